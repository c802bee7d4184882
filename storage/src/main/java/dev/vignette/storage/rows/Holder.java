package dev.vignette.storage.rows;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import java.time.Duration;
import java.time.Instant;

/** Who has entries of the agenda in hand, and how he comes to them. */
sealed interface Holder permits SoleHolder, SharedHolder {

    /** What stands in an entry that he has picked. */
    String name();

    /** What stands for the holder of an entry that nobody has picked. */
    String unpicked();

    /** How long after acceptance an entry falls due. */
    Duration net();

    /** Whether work is started in this process at once, beside its entry. */
    boolean startsAtOnce();

    /** Says how due entries are found and how it is noticed that a holder has died. */
    SchedulerBuilder configure(SchedulerBuilder scheduler);

    /** Takes up what others left; returns how many entries that were. */
    int takeUp(Session session, Instant now);

    /** Leaves to others what he has picked; returns how many entries that were. */
    int stepBack(Session session, Instant now);
}
