package dev.vignette.storage.rows;

import java.sql.SQLException;

/**
 * The database could not do what it was asked. Nothing of it was kept, unless {@link
 * #outcomeUnknown()}.
 */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;
    private final boolean passes;

    DatabaseFailure(String doing, SQLException cause) {
        this("the database failed at " + doing, cause, false);
    }

    private DatabaseFailure(String message, SQLException cause, boolean outcomeUnknown) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
        this.passes = !outcomeUnknown && SqlStates.pass(cause);
    }

    /** The failure of a commit: what the server did not clearly refuse, it may have kept. */
    static DatabaseFailure atCommit(SQLException cause) {
        return SqlStates.refused(cause)
                ? new DatabaseFailure("commit", cause)
                : new DatabaseFailure(
                        "the database broke off at commit; whether the changes were kept is not"
                                + " known",
                        cause,
                        true);
    }

    /**
     * Whether the changes may have been kept all the same. They must not be made again before what
     * is there has been read.
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /** Whether nothing was kept and the same may well succeed at once. */
    boolean passes() {
        return passes;
    }
}
