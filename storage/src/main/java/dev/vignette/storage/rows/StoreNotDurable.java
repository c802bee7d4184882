package dev.vignette.storage.rows;

/**
 * The database does not keep what it acknowledges, so that a paid picture could be lost. Its
 * message is one line for the operator.
 */
public final class StoreNotDurable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreNotDurable(String setting, String wanted, String found) {
        super(
                "the database is not durable: "
                        + setting
                        + " is "
                        + found
                        + " and must be "
                        + wanted);
    }
}
