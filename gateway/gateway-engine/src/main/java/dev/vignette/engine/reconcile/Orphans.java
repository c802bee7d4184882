package dev.vignette.engine.reconcile;

import dev.vignette.engine.price.Charges;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Orphan;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.Progress;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import dev.vignette.store.AttemptStore;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes jobs that carry our mark and that the database knows no attempt for. They were paid like
 * any other: each is charged once it has ended, and can be seen.
 */
public final class Orphans {
    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    private final AttemptStore attempts;
    private final Charges charges;
    private final Surroundings around;

    /**
     * @param attempts keeps them
     * @param charges prices them
     * @param around what everything lives in
     */
    public Orphans(AttemptStore attempts, Charges charges, Surroundings around) {
        this.attempts = attempts;
        this.charges = charges;
        this.around = around;
    }

    /** Whether it is written down, now or before; false while it runs or cannot be looked at. */
    boolean adopted(String provider, AttemptId attempt, TaskHandle task) {
        ProviderSlot slot = around.inForce().providers().get(provider);
        if (slot == null) {
            return false;
        }
        Instant now = around.now();
        Orphan orphan = new Orphan(provider, task, attempt, now);
        return switch (slot.provider().check(task)) {
            case Progress.Working _, Progress.Unreadable _ -> false;
            case Progress.Finished(var delivery) ->
                    adopted(
                            orphan,
                            slot,
                            new AttemptState.Succeeded(now, now, task),
                            delivery.assets().size(),
                            delivery.usage());
            case Progress.Ended(var failure, var usage) ->
                    adopted(
                            orphan,
                            slot,
                            new AttemptState.Failed(now, now, task, failure),
                            0,
                            usage);
        };
    }

    private boolean adopted(
            Orphan orphan, ProviderSlot slot, AttemptState.Ended state, int images, Usage usage) {
        if (attempts.adopt(orphan, charges.of(orphan, slot.adapter(), state, images, usage))) {
            LOG.error(
                    "{} has job {} with our mark {} and the database does not know it; it was"
                            + " charged to nobody's generation",
                    orphan.provider(),
                    orphan.task().providerId(),
                    orphan.attempt());
        }
        return true;
    }
}
