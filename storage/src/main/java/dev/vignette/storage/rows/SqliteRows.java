package dev.vignette.storage.rows;

import dev.vignette.store.Agenda;
import dev.vignette.store.CostLedger;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RetentionStore;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * All rows of one gateway, in a SQLite file in its data directory. What its stores return from
 * survives the death of the process and of the machine.
 */
public final class SqliteRows implements AutoCloseable {
    private static final String FILE = "rows.db";

    private final SqliteConnections connections;
    private final Writer writer;
    private final Reader reader;
    private final Clock clock;
    private final CostLog costLog;
    private final Agenda agenda;

    private SqliteRows(SqliteConnections connections, Path dataDirectory, Clock clock) {
        this.connections = connections;
        this.clock = clock;
        this.reader = new Reader(connections.reading());
        this.costLog = new CostLog(dataDirectory, new SqlCostLedger(reader));
        this.writer = new Writer(connections.writing());
        this.agenda = new SchedulerAgenda(connections.writing(), writer, clock);
    }

    /**
     * Opens the database, made or brought up to date if need be.
     *
     * @param dataDirectory a directory that nobody else uses: see {@link DataDirectory}
     * @throws StoreNotDurable when the database would not keep what it acknowledges
     * @throws DatabaseFailure when it cannot be opened
     */
    public static SqliteRows open(Path dataDirectory, Clock clock) {
        SqliteConnections connections = SqliteConnections.open(dataDirectory.resolve(FILE));
        try {
            migrate(connections.writing());
            return new SqliteRows(connections, dataDirectory, clock);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    private static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).locations("classpath:db/sqlite").load().migrate();
    }

    /** What apps asked for. */
    public GenerationStore generations() {
        return new SqlGenerationStore(writer, reader, clock);
    }

    /** The making of pictures. */
    public ProductionStore productions() {
        return new SqlProductionStore(writer, reader, costLog::nudge);
    }

    /** What is to be deleted. */
    public ErasureStore erasures() {
        return new SqlErasureStore(writer, reader);
    }

    /** What has been kept long enough. */
    public RetentionStore retention() {
        return new SqlRetentionStore(writer, reader);
    }

    /** The charges. */
    public CostLedger ledger() {
        return new SqlCostLedger(reader);
    }

    /** Who works on what. Closed with the rest. */
    public Agenda agenda() {
        return agenda;
    }

    /** Stops the work, finishes what is being written and closes the file. */
    @Override
    public void close() {
        try {
            agenda.close();
        } finally {
            costLog.close();
            writer.close();
            connections.close();
        }
    }
}
