package dev.vignette.engine.reconcile;

import dev.vignette.engine.price.Charges;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Evidence;
import dev.vignette.generation.Production;
import dev.vignette.provider.Usage;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.ProductionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that a provider never took an order: its list was read to the end twice, half a minute
 * apart, both times long after the order can have arrived, it showed what it had to show, and
 * nothing ever spoke for the order. Only then may it be bought again.
 */
public final class Absence {
    private static final Logger LOG = LoggerFactory.getLogger(Absence.class);
    private static final Duration APART = Duration.ofSeconds(30);

    private final ProductionStore productions;
    private final EvidenceStore evidence;
    private final Charges charges;
    private final Recall recall;
    private final Surroundings around;

    /**
     * @param productions moves attempts
     * @param evidence keeps what was seen
     * @param charges writes that nothing is owed
     * @param recall has productions worked on again
     * @param around what everything lives in
     */
    Absence(
            ProductionStore productions,
            EvidenceStore evidence,
            Charges charges,
            Recall recall,
            Surroundings around) {
        this.productions = productions;
        this.evidence = evidence;
        this.charges = charges;
        this.recall = recall;
        this.around = around;
    }

    /**
     * No job on that list can be the order's.
     *
     * @param watched how long this process has known of the doubt, by a clock that nobody sets
     */
    void seen(Doubt doubt, Scan scan, Duration watched) {
        boolean early =
                scan.begunAt().isBefore(doubt.settled()) || watched.compareTo(Doubt.SETTLED) < 0;
        if (early || !scan.isCredible()) {
            return;
        }
        List<Evidence> before = evidence.of(doubt.attempt().id());
        if (before.stream().anyMatch(Absence::speaksForIt)) {
            return;
        }
        Instant latest = scan.begunAt().minus(APART);
        boolean secondTime =
                watched.compareTo(Doubt.SETTLED.plus(APART)) >= 0
                        && before.stream()
                                .filter(seen -> seen.kind() == Evidence.Kind.ABSENT)
                                .anyMatch(seen -> !seen.at().isAfter(latest));
        if (secondTime) {
            conclude(doubt);
            return;
        }
        evidence.note(
                new Evidence(
                        doubt.attempt().id(),
                        scan.begunAt(),
                        Evidence.Kind.ABSENT,
                        null,
                        "the provider's list, read to its end, has no job that can be it"));
    }

    private static boolean speaksForIt(Evidence seen) {
        return switch (seen.kind()) {
            case PHOTO_FETCHED, WEBHOOK, LISTED, ALIKE -> true;
            case AMBIGUOUS, ABSENT, RESTORED, HORIZON -> false;
        };
    }

    private void conclude(Doubt doubt) {
        Attempt attempt = doubt.attempt();
        Production production = productions.find(attempt.production()).orElseThrow();
        AttemptState.NotAccepted state =
                new AttemptState.NotAccepted(
                        doubt.from(), around.now(), "not in the provider's list, looked for twice");
        Attempt ended = attempt.in(state);
        if (productions.conclude(
                ended, charges.of(production, ended, state, 0, Usage.NOTHING), List.of())) {
            LOG.info(
                    "{}: {} provably never took attempt {}; it may be bought again",
                    production.source(),
                    attempt.provider(),
                    attempt.number());
            recall.changed(production.id());
        }
    }
}
