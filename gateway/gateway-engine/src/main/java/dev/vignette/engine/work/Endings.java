package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationFailure;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Production;
import dev.vignette.id.GenerationId;
import dev.vignette.store.Finish;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.Signal;
import dev.vignette.store.Signals;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends productions and generations, and tells whoever waits for that. */
final class Endings {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final GenerationStore generations;
    private final ProductionStore productions;
    private final Flights flights;
    private final Signals signals;
    private final Surroundings around;

    Endings(
            GenerationStore generations,
            ProductionStore productions,
            Flights flights,
            Signals signals,
            Surroundings around) {
        this.generations = generations;
        this.productions = productions;
        this.flights = flights;
        this.signals = signals;
        this.around = around;
    }

    /** Ends a production for everybody who still waits, unless somebody moved it meanwhile. */
    void end(Production production, Finish finish) {
        flights.land(production.key(), () -> productions.finish(finish))
                .orElse(List.of())
                .forEach(generation -> ended(generation, production));
        signals.send(Signal.changed(production.id()));
    }

    /** Ends one generation that has no time left, while others wait on. */
    void expire(GenerationId id, Production production) {
        GenerationFailure failure =
                new GenerationFailure(
                        FailureCode.DEADLINE_EXCEEDED,
                        "It was not finished by the deadline.",
                        null,
                        true,
                        true);
        if (generations.end(id, new GenerationState.Failed(around.now(), failure))) {
            generations.find(id).ifPresent(generation -> ended(generation, production));
            signals.send(Signal.changed(production.id()));
        }
    }

    private void ended(Generation generation, Production production) {
        LOG.info("{}: {}", generation.id(), said(generation.state()));
        String provider = production.attempts().getLast().provider();
        around.observations().generationEnded(generation, provider);
    }

    private static String said(GenerationState state) {
        return switch (state) {
            case GenerationState.Open _ -> "open";
            case GenerationState.Succeeded _ -> "succeeded";
            case GenerationState.Failed(var _, GenerationFailure failure) ->
                    "failed: " + failure.code().wireName() + ", " + failure.detail();
            case GenerationState.Canceled _ -> "canceled";
            case GenerationState.Erased _ -> "erased";
        };
    }
}
