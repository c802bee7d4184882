package dev.vignette.engine.reconcile;

import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.ProductionStore;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ties a job that was found to the attempt that ordered it, however late. A job is money, so none
 * is ever left aside: when the attempt has ended without one, or has another, the job becomes an
 * attempt of its own.
 */
public final class Binding {
    private static final Logger LOG = LoggerFactory.getLogger(Binding.class);
    private static final int MOST_TRIES = 10;

    private final AttemptStore attempts;
    private final ProductionStore productions;
    private final Recall recall;
    private final Ids ids;
    private final Surroundings around;

    /**
     * @param attempts finds attempts
     * @param productions moves them
     * @param recall has their productions worked on again
     * @param ids names attempts
     * @param around what everything lives in
     */
    Binding(
            AttemptStore attempts,
            ProductionStore productions,
            Recall recall,
            Ids ids,
            Surroundings around) {
        this.attempts = attempts;
        this.productions = productions;
        this.recall = recall;
        this.ids = ids;
        this.around = around;
    }

    /**
     * The attempt has that job. Said again, nothing changes.
     *
     * @return false when there is no such attempt
     */
    public boolean bind(AttemptId id, TaskHandle task) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Attempt> known = attempts.find(id);
            if (known.isEmpty()) {
                return false;
            }
            if (tied(known.get(), task)) {
                recall.found(known.get().production());
                return true;
            }
        }
        throw new IllegalStateException("others move " + id + " all the time");
    }

    /** Whether it is tied now; false when somebody else moved something meanwhile. */
    private boolean tied(Attempt attempt, TaskHandle task) {
        if (attempt.has(task)) {
            return true;
        }
        if (attempt.ended() || attempt.task().isPresent()) {
            return adopted(attempt, task);
        }
        boolean moved =
                productions.advance(attempt.in(new AttemptState.Accepted(sent(attempt), task)));
        if (moved) {
            LOG.info(
                    "{}: found again at {} as job {}; it was {}",
                    attempt.id(),
                    attempt.provider(),
                    task.providerId(),
                    attempt.state().wireName());
        }
        return moved;
    }

    private boolean adopted(Attempt attempt, TaskHandle task) {
        Production production = productions.find(attempt.production()).orElseThrow();
        if (production.attempts().stream().anyMatch(other -> other.has(task))) {
            return true;
        }
        LOG.error(
                "{}: {} has a job {} that attempt {} does not account for (it is {}); it is paid"
                        + " like any other and counted as one more attempt",
                production.source(),
                attempt.provider(),
                task.providerId(),
                attempt.number(),
                attempt.state().wireName());
        return attempts.adopt(
                attempt.again(
                        ids.attempt(),
                        production.attempts().size() + 1,
                        new AttemptState.Accepted(sent(attempt), task)));
    }

    /** When its permit was used; now, when a restored backup does not know of that. */
    private Instant sent(Attempt attempt) {
        return switch (attempt.state()) {
            case AttemptState.Sending sending -> sending.startedAt();
            case AttemptState.Accepted accepted -> accepted.startedAt();
            case AttemptState.Unknown unknown -> unknown.startedAt();
            case AttemptState.Review review -> review.startedAt();
            case AttemptState.Preparing _, AttemptState.Ended _ -> around.now();
        };
    }
}
