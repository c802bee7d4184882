package dev.vignette.simulation.fault;

/** Everything that can go wrong, each with the most often it may strike when it is in the draw. */
public enum Fault {
    /** The process dies before a transaction begins. */
    CRASH_BEFORE_COMMIT(0.02),
    /** The process dies when a transaction is through and nobody knows yet. */
    CRASH_AFTER_COMMIT(0.02),
    /** The process dies at a named point of the engine. */
    CRASH_AT_FAILPOINT(0.1),
    /** The process dies at any moment. */
    CRASH_ANYWHERE(1),
    /** A transaction fails and changes nothing. */
    COMMIT_FAILS(0.1),
    /** A transaction is through, and its answer is an error. */
    COMMIT_ANSWER_LOST(0.1),
    /** A transaction takes seconds. */
    COMMIT_SLOW(0.1),
    /** The process is paused when a transaction is through, as by a garbage collection. */
    PAUSE_AFTER_COMMIT(0.03),
    /** A gateway cannot reach the database for a while. */
    PARTITION(1),
    /** A gateway's wall clock jumps by up to an hour. */
    CLOCK_JUMP(1),
    /** Yesterday's rows are put back. */
    RESTORE(1),

    /** The connection cannot be made; no byte leaves. */
    ORDER_NOT_SENT(0.3),
    /** The order is lost on its way; the sender sees a broken line. */
    ORDER_LOST(0.3),
    /** The provider takes the order, the answer is lost. */
    ORDER_ANSWER_LOST(0.4),
    /** The provider answers 5xx and has taken the order. */
    ORDER_ERROR_TAKEN(0.3),
    /** The provider answers 5xx and has not taken the order. */
    ORDER_ERROR_NOT_TAKEN(0.3),
    /** The answer takes long. */
    ORDER_SLOW(0.3),
    /** Too many requests. */
    ORDER_THROTTLED(0.4),
    /** Down for maintenance, and says so. */
    ORDER_UNAVAILABLE(0.3),
    /** The request itself is refused. */
    ORDER_CONTENT_REFUSED(0.1),

    /** The job fails. */
    JOB_FAILS(0.3),
    /** The job brings fewer pictures than were ordered. */
    JOB_BRINGS_FEWER(0.3),
    /** The job is done within the call that orders it. */
    JOB_DONE_AT_ONCE(0.5),
    /** The job takes half an hour. */
    JOB_SLOW(0.3),
    /** A look at a job fails. */
    LOOK_FAILS(0.5),
    /** What was put in and came out is removed early. */
    JOB_DATA_REMOVED(0.2),

    /** The list cannot be read. */
    LIST_FAILS(0.5),
    /** The list takes long. */
    LIST_SLOW(0.3),
    /** A new job is in the list only after a while. */
    LIST_LAGS(0.5),

    /** A job is in the list late, and missing again for some seconds soon after. */
    LIST_BLINKS(0.5),

    /** A webhook never comes. */
    WEBHOOK_DROPPED(0.7),
    /** A webhook comes several times. */
    WEBHOOK_REPEATED(0.5),
    /** A webhook comes minutes late. */
    WEBHOOK_LATE(0.5),

    /** A link is dead before its time. */
    LINK_DEAD(0.2),
    /** A link answers 404 at first. */
    LINK_EARLY(0.4),
    /** A download breaks. */
    LINK_BROKEN(0.3),

    /** Very many pictures at once, and every download takes minutes; drawn only on purpose. */
    RUSH(0),

    /** The store of files cannot be reached for a while. */
    STORE_DOWN(1),
    /** The store keeps the file and the answer is lost. */
    STORE_ANSWER_LOST(0.2);

    private final double most;

    Fault(double most) {
        this.most = most;
    }

    double most() {
        return most;
    }

    /** How often it strikes where a schedule is all about it. */
    double favoured() {
        return this == RUSH ? 1 : most;
    }
}
