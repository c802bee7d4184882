package dev.vignette.engine.price;

import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Orphan;
import dev.vignette.generation.Production;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Work;
import dev.vignette.money.Cost;
import dev.vignette.money.Price;
import dev.vignette.portrait.Style;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes charges, by the price list that was in force when an attempt was sent. */
public final class Charges {
    /** Whose a job is that no generation is known for. */
    private static final String NOBODY = "unknown";

    private final Ids ids;
    private final Surroundings around;

    /** Names charges with these ids. */
    public Charges(Ids ids, Surroundings around) {
        this.ids = ids;
        this.around = around;
    }

    /**
     * What an attempt cost. A job that is gone at its provider is taken for bought, with all its
     * pictures: it ran, and nobody can tell any more what came of it.
     *
     * @param attempt in the state it ended in
     * @param images how many pictures the provider delivered
     * @param usage what the provider reported
     */
    public Charge of(
            Production production,
            Attempt attempt,
            AttemptState.Ended state,
            int images,
            Usage usage) {
        if (state instanceof AttemptState.Failed failed
                && failed.failure().kind() == FailureKind.LOST) {
            return presumed(production, attempt);
        }
        Optional<Price> price = price(production, attempt);
        return of(production, attempt, images, usage, Pricing.of(price, state, images, usage));
    }

    /** What an attempt cost that is taken for bought, with all its pictures. */
    public Charge presumed(Production production, Attempt attempt) {
        Cost cost = Pricing.estimate(price(production, attempt), attempt.pictures());
        return of(production, attempt, 0, Usage.UNKNOWN, new Pricing(cost, null, null));
    }

    /** What an attempt cost of which nobody knows whether it was bought: that is not zero. */
    public Charge unknown(Production production, Attempt attempt) {
        Pricing unknown = new Pricing(Cost.UNPRICED, null, null);
        return of(production, attempt, 0, Usage.UNKNOWN, unknown);
    }

    private Optional<Price> price(Production production, Attempt attempt) {
        return around.of(attempt)
                .prices()
                .find(
                        attempt.provider(),
                        production.request().kind(),
                        attempt.sentAt().orElseGet(around::now));
    }

    private Charge of(
            Production production, Attempt attempt, int images, Usage usage, Pricing pricing) {
        Work work =
                new Work(
                        attempt.provider(),
                        attempt.adapter(),
                        attempt.model(),
                        attempt.modelVersion(),
                        attempt.task().map(TaskHandle::providerId).orElse(null),
                        production.source(),
                        attempt.id(),
                        attempt.number(),
                        production.client(),
                        production.request().kind(),
                        attempt.pictures(),
                        pixels(production.request().style()),
                        images,
                        usage.gpuSeconds(),
                        took(attempt),
                        attempt.state().wireName(),
                        production.labels(),
                        around.inForce().sandbox());
        return new Charge(ids.charge(), around.now(), work, pricing.billing());
    }

    private static @Nullable Long pixels(Style style) {
        return style.width() == null || style.height() == null
                ? null
                : (long) style.width() * style.height();
    }

    /** From the order to its end; {@code null} when there was no job. */
    private static @Nullable Duration took(Attempt attempt) {
        return switch (attempt.state()) {
            case AttemptState.Succeeded(var from, var to, _) -> Duration.between(from, to);
            case AttemptState.Failed(var from, var to, _, _) -> Duration.between(from, to);
            case AttemptState.Canceled(var from, var to, _, _) -> Duration.between(from, to);
            case AttemptState.Preparing _,
                    AttemptState.Sending _,
                    AttemptState.Accepted _,
                    AttemptState.Unknown _,
                    AttemptState.Review _,
                    AttemptState.Refused _,
                    AttemptState.NotSent _,
                    AttemptState.NotAccepted _,
                    AttemptState.WrittenOff _ ->
                    null;
        };
    }

    /**
     * What a job cost that no production is known for.
     *
     * @param adapter the vendor's adapter
     * @param state how the job ended
     * @param images how many pictures the provider delivered
     * @param usage what the provider reported
     */
    public Charge of(
            Orphan orphan, String adapter, AttemptState.Ended state, int images, Usage usage) {
        Policy inForce = around.inForce();
        Instant now = around.now();
        Pricing pricing =
                Pricing.of(
                        inForce.prices().find(orphan.provider(), null, now), state, images, usage);
        Work work =
                new Work(
                        orphan.provider(),
                        adapter,
                        NOBODY,
                        null,
                        orphan.task().providerId(),
                        null,
                        orphan.attempt(),
                        1,
                        NOBODY,
                        null,
                        images,
                        null,
                        images,
                        usage.gpuSeconds(),
                        null,
                        state.wireName(),
                        Map.of(),
                        inForce.sandbox());
        return new Charge(ids.charge(), now, work, pricing.billing());
    }
}
