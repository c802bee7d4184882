package dev.vignette.storage.rows;

/**
 * The database does not keep what it acknowledges, so that a paid picture could be lost. Its
 * message is one line for the operator.
 */
public final class StoreNotDurable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ofServer;

    private StoreNotDurable(String setting, String wanted, String found, boolean ofServer) {
        super(
                "the database is not durable: "
                        + setting
                        + " is "
                        + found
                        + " and must be "
                        + wanted);
        this.ofServer = ofServer;
    }

    /** A file is not kept as it must be, mostly because of the disk it is on. */
    static StoreNotDurable file(String setting, String wanted, String found) {
        return new StoreNotDurable(setting, wanted, found, false);
    }

    /** A server is set so. */
    static StoreNotDurable server(String setting, String wanted, String found) {
        return new StoreNotDurable(setting, wanted, found, true);
    }

    /** Whether the setting is one of a database server, and not of a file of ours. */
    public boolean ofServer() {
        return ofServer;
    }
}
