package dev.vignette.engine.price;

import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Orphan;
import dev.vignette.generation.Production;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.PriceList;
import dev.vignette.money.PricedOutcome;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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
        Work work = work(production, attempt, images, usage);
        return charge(work, priced(prices(attempt), work, usage, sentAt(attempt)));
    }

    /** What an attempt cost that is taken for bought, with all its pictures. */
    public Charge presumed(Production production, Attempt attempt) {
        Work work = work(production, attempt, 0, Usage.UNKNOWN);
        return charge(work, Pricing.presumed(prices(attempt), work, sentAt(attempt)).billing());
    }

    /** What an attempt cost of which nobody knows whether it was bought: that is not zero. */
    public Charge unknown(Production production, Attempt attempt) {
        Work work = work(production, attempt, 0, Usage.UNKNOWN);
        return charge(work, Billing.of(Cost.UNPRICED));
    }

    private PriceList prices(Attempt attempt) {
        return around.of(attempt).prices();
    }

    private Instant sentAt(Attempt attempt) {
        return attempt.sentAt().orElseGet(around::now);
    }

    /** A job that never was costs nothing, whatever else is said; then the provider is believed. */
    private static Billing priced(PriceList prices, Work work, Usage usage, Instant at) {
        Money reported = usage.reported();
        return reported != null && PricedOutcome.of(work.outcome()).isPresent()
                ? Billing.of(new Cost(reported, Certainty.REPORTED))
                : Pricing.of(prices, work, at).billing();
    }

    private Charge charge(Work work, Billing billing) {
        return new Charge(ids.charge(), around.now(), work, billing);
    }

    private Work work(Production production, Attempt attempt, int images, Usage usage) {
        return new Work(
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
                production.request().style().pixels(),
                images,
                usage.gpuSeconds(),
                took(attempt),
                attempt.state().wireName(),
                production.labels(),
                around.inForce().sandbox());
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
        return charge(work, priced(inForce.prices(), work, usage, around.now()));
    }
}
