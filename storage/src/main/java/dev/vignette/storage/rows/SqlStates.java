package dev.vignette.storage.rows;

import java.sql.SQLException;
import java.util.Set;

/**
 * What PostgreSQL's error codes mean for a transaction.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">the codes</a>
 */
final class SqlStates {
    private static final String CONNECTION = "08";
    private static final String CONSTRAINT = "23";
    private static final String TRANSACTION_STATE = "25";

    /** Others were in the way: a serialization failure, a deadlock. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    /** The server is being shut down, has crashed, or is not up yet. */
    private static final Set<String> RESTARTS = Set.of("57P01", "57P02", "57P03");

    private SqlStates() {}

    /** Whether a statement before the commit that failed so may succeed on the next try. */
    static boolean pass(SQLException failure) {
        String state = state(failure);
        return CONFLICTS.contains(state)
                || RESTARTS.contains(state)
                || state.startsWith(CONNECTION);
    }

    /** Whether a commit that failed so has certainly kept nothing. */
    static boolean refused(SQLException failure) {
        String state = state(failure);
        return CONFLICTS.contains(state)
                || state.startsWith(CONSTRAINT)
                || state.startsWith(TRANSACTION_STATE);
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
