package dev.vignette.server.metrics;

import dev.vignette.engine.copy.CopyListener;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.ledger.Charge;
import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/** Counts what the engine does. */
@Singleton
public final class EngineMetrics implements Observations, CopyListener {
    private static final double MICROS = 1_000_000;

    private final MeterRegistry registry;

    /** Counts into that registry. */
    public EngineMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void requested(Kind kind, CacheOutcome outcome) {
        count("vignette.requests", "kind", kind.wireName(), "cache", lower(outcome));
    }

    @Override
    public void routed(Kind kind, String provider, String reason) {
        count("vignette.routing", "kind", kind.wireName(), "provider", provider, "reason", reason);
    }

    @Override
    public void generationEnded(Generation generation, String provider) {
        count(
                "vignette.generations",
                "kind",
                generation.request().portrait().kind().wireName(),
                "provider",
                provider,
                "outcome",
                outcome(generation.state()));
    }

    @Override
    public void attemptEnded(Attempt attempt) {
        count(
                "vignette.attempts",
                "provider",
                attempt.provider(),
                "outcome",
                attempt.state().wireName());
        attempt.cost().ifPresent(this::spent);
    }

    @Override
    public void called(String provider, Call call, Duration duration) {
        Timer.builder("vignette.provider.calls")
                .description("How long providers took to answer")
                .publishPercentileHistogram()
                .tag("provider", provider)
                .tag("call", lower(call))
                .register(registry)
                .record(duration);
    }

    @Override
    public void settled(Picture picture, Duration took) {
        String outcome = picture.state() instanceof PictureState.Stored ? "stored" : "lost";
        Timer.builder("vignette.copies")
                .description("How long pictures took from the provider's link into the store")
                .tag("provider", picture.provider())
                .tag("outcome", outcome)
                .register(registry)
                .record(took);
    }

    private void spent(Charge charge) {
        String[] labels = {
            "provider",
            charge.work().provider(),
            "kind",
            charge.work().kind() == null ? "unknown" : charge.work().kind().wireName()
        };
        charge.cost()
                .amount()
                .ifPresentOrElse(
                        amount -> spent(amount, labels),
                        () -> count("vignette.charges.unpriced", labels));
    }

    private void spent(Money amount, String... labels) {
        Counter.builder("vignette.spend")
                .tags(labels)
                .tag("currency", amount.currency().getCurrencyCode())
                .register(registry)
                .increment(amount.micros() / MICROS);
    }

    private void count(String name, String... labels) {
        registry.counter(name, labels).increment();
    }

    private static String outcome(GenerationState state) {
        return switch (state) {
            case GenerationState.Open() -> "open";
            case GenerationState.Succeeded(_) -> "succeeded";
            case GenerationState.Failed(_, _) -> "failed";
            case GenerationState.Canceled(_) -> "canceled";
            case GenerationState.Erased(_) -> "erased";
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
