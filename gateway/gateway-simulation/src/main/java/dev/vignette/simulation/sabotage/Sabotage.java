package dev.vignette.simulation.sabotage;

import dev.vignette.simulation.fault.Fault;
import java.util.Set;

/** A bug that can be planted, with the faults that it takes to do harm. */
public enum Sabotage {
    /** The engine as it is shipped. */
    NONE(Set.of()),
    /** The engine as it is shipped, with very many pictures at once. */
    NONE_IN_A_RUSH(Set.of(), Fault.RUSH),
    /** The permit to send is written down after the order was sent. */
    INTENT_AFTER_POST(
            Set.of("I1", "I2", "I3", "I14"),
            Fault.CRASH_ANYWHERE,
            Fault.CRASH_AFTER_COMMIT,
            Fault.CRASH_AT_FAILPOINT),
    /** A server error is taken for a refusal, and the order is sent elsewhere or again. */
    ERRORS_RETRIED(Set.of("I2", "I3", "I4"), Fault.ORDER_ERROR_TAKEN),
    /** Writes do not look at what they were based on. */
    VERSIONS_IGNORED(Set.of("I1", "I2", "I14"), Fault.PAUSE_AFTER_COMMIT, Fault.COMMIT_SLOW),
    /** Nothing in the database keeps a charge from being written twice. */
    CHARGE_KEY_DROPPED(Set.of("I5"), Fault.PAUSE_AFTER_COMMIT, Fault.COMMIT_ANSWER_LOST),
    /** What is at risk is not counted against the duplicate budget. */
    RISK_FORGOTTEN(Set.of("I6"), Fault.ORDER_ANSWER_LOST, Fault.WEBHOOK_DROPPED),
    /** Budgets are looked at before, but not where attempts are written down. */
    BUDGETS_ONLY_READ(Set.of("I6"), Fault.COMMIT_SLOW),
    /** Who asks for what is in doubt does not wait for it to clear up. */
    FOLLOWER_PROMOTED(Set.of("I18"), Fault.ORDER_ANSWER_LOST, Fault.WEBHOOK_DROPPED),
    /** The age of the permit is not looked at before the order is sent. */
    GRACE_SKIPPED(Set.of("I2", "I3"), Fault.PAUSE_AFTER_COMMIT),
    /** A call that comes late is thrown away. */
    LATE_WEBHOOKS_IGNORED(Set.of("I4"), Fault.WEBHOOK_LATE, Fault.ORDER_ANSWER_LOST),
    /** Pictures are copied in the order in which they came, whenever their links die. */
    FIRST_COME_FIRST_COPIED(Set.of("I10-I12"), Fault.RUSH),
    /** The last commits before a power failure are gone. */
    COMMITS_LOST(
            Set.of("I1", "I2", "I14", "I15, I17"),
            Fault.CRASH_ANYWHERE,
            Fault.CRASH_AFTER_COMMIT,
            Fault.CRASH_BEFORE_COMMIT),
    /** One reading of the list is enough to call an order absent. */
    ABSENT_AFTER_ONE_SCAN(
            Set.of("I2", "I3"),
            Fault.ORDER_ANSWER_LOST,
            Fault.LIST_BLINKS,
            Fault.LIST_FAILS,
            Fault.WEBHOOK_DROPPED);

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot change
    private final Set<String> broken;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot change
    private final Set<Fault> favoured;

    Sabotage(Set<String> broken, Fault... favoured) {
        this.broken = Set.copyOf(broken);
        this.favoured = Set.of(favoured);
    }

    /** The invariants of which this bug has to break at least one. */
    public Set<String> broken() {
        return broken;
    }

    /** Faults that are in every schedule with this bug, as often as they ever are. */
    public Set<Fault> favoured() {
        return favoured;
    }
}
