package dev.vignette.engine.work;

import dev.vignette.engine.limit.Gates;
import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.watch.Post;
import dev.vignette.engine.watch.Watch;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Mandate;
import dev.vignette.provider.Cancels;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.Progress;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at jobs: at each alone while they are few, by the watch while they are many. What the watch
 * shows is good only for good news that is complete; everything else is asked once more, alone.
 */
final class Looks {
    /** How soon a worker notices that its job is not watched any more. */
    private static final Duration MIND = Duration.ofSeconds(2);

    /** So rarely is a job looked at alone that the watch shows at work: the list may be wrong. */
    private static final Duration NET = Duration.ofMinutes(5);

    /** Those looks are at most that part of all calls. */
    private static final int PART = 10;

    private final ProviderCalls calls;
    private final Watch watch;
    private final Gates gates;
    private final Surroundings around;

    Looks(ProviderCalls calls, Watch watch, Gates gates, Surroundings around) {
        this.calls = calls;
        this.watch = watch;
        this.gates = gates;
        this.around = around;
    }

    /** How the job stands, and when to look again; stops it first when nobody waits for it. */
    Progress look(
            ProductionRun run,
            Attempt attempt,
            AttemptState.Accepted accepted,
            ProviderSlot slot,
            Job job) {
        boolean stopped = stop(run, attempt, accepted, slot, job);
        Optional<Post> post =
                job.post(() ->
                        watch.post(
                                slot,
                                accepted.task(),
                                accepted.startedAt(),
                                attempt.pictures(),
                                run::look));
        if (post.isEmpty()) {
            return paced(slot, calls.check(slot, accepted.task()));
        }
        if (gates.crowded(slot) && !job.tellsItself()) {
            post.get().give();
        }
        Progress progress = watched(slot, attempt, accepted, post.get(), job, stopped);
        if (progress instanceof Progress.Finished) {
            post.get().delivered();
        }
        return progress;
    }

    private boolean stop(
            ProductionRun run,
            Attempt attempt,
            AttemptState.Accepted accepted,
            ProviderSlot slot,
            Job job) {
        if (run.closing().isPresent()
                && attempt.mandate() != Mandate.OPERATOR
                && slot.provider() instanceof Cancels cancels
                && job.stopsNow()) {
            around.pass(Failpoint.C18);
            calls.cancel(slot, cancels, accepted.task());
            return true;
        }
        return false;
    }

    /**
     * By the watch, unless something is to be known now or the watch cannot be relied on.
     *
     * @param stopped whether it has just been stopped
     */
    private Progress watched(
            ProviderSlot slot,
            Attempt attempt,
            AttemptState.Accepted accepted,
            Post post,
            Job job,
            boolean stopped) {
        Optional<Delivery> delivery =
                post.delivery().filter(shown -> shown.assets().size() >= attempt.pictures());
        if (delivery.isPresent()) {
            return new Progress.Finished(delivery.get());
        }
        if (!stopped && !job.called() && post.reliable(net(slot))) {
            return new Progress.Working(longer(MIND, gates.pace(slot, Duration.ZERO)));
        }
        Progress seen = calls.check(slot, accepted.task());
        if (seen instanceof Progress.Working(Duration after)) {
            job.proposed(after);
        }
        post.looked();
        Progress progress = paced(slot, seen);
        return post.given() ? leavingRoom(progress) : progress;
    }

    private Duration net(ProviderSlot slot) {
        return longer(NET, gates.pace(slot, Duration.ZERO).multipliedBy(PART));
    }

    /** All single looks together stay within what the account may call. */
    private Progress paced(ProviderSlot slot, Progress progress) {
        return switch (progress) {
            case Progress.Working(Duration after) -> new Progress.Working(gates.pace(slot, after));
            case Progress.Unreadable(var failure, Duration after) ->
                    new Progress.Unreadable(failure, gates.pace(slot, after));
            case Progress.Finished _, Progress.Ended _ -> progress;
        };
    }

    /** A fifth of the calls is left to the watch, so that it finds its way back. */
    private static Progress leavingRoom(Progress progress) {
        return switch (progress) {
            case Progress.Working(Duration after) ->
                    new Progress.Working(after.multipliedBy(5).dividedBy(4));
            case Progress.Unreadable(var failure, Duration after) ->
                    new Progress.Unreadable(failure, after.multipliedBy(5).dividedBy(4));
            case Progress.Finished _, Progress.Ended _ -> progress;
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
