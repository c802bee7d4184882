package dev.vignette.storage.rows;

import dev.vignette.store.Agenda;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.AuditTrail;
import dev.vignette.store.BudgetStore;
import dev.vignette.store.Census;
import dev.vignette.store.ConfigurationStore;
import dev.vignette.store.CostEntries;
import dev.vignette.store.CostLedger;
import dev.vignette.store.CostPages;
import dev.vignette.store.CostReports;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.Experience;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.Inbox;
import dev.vignette.store.InvoiceChecks;
import dev.vignette.store.InvoiceStaging;
import dev.vignette.store.MonthlyFees;
import dev.vignette.store.PastCharges;
import dev.vignette.store.PastDemands;
import dev.vignette.store.PauseStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RetentionStore;
import dev.vignette.store.RoutingRecordStore;
import dev.vignette.store.Signals;
import dev.vignette.store.TrackRecords;
import java.nio.file.Path;
import java.time.Clock;

/**
 * All rows a gateway works with. What its stores return from survives the death of the process and
 * of the machine. {@link SqliteRows} opens those of one gateway, {@link PostgresRows} those that
 * several share.
 */
public final class Rows implements AutoCloseable {
    private final Database database;
    private final SchedulerAgenda agenda;
    private final OpenSignals signals;
    private final CostLog costLog;
    private final Clock clock;

    private Rows(
            Database database,
            SchedulerAgenda agenda,
            OpenSignals signals,
            CostLog costLog,
            Clock clock) {
        this.database = database;
        this.agenda = agenda;
        this.signals = signals;
        this.costLog = costLog;
        this.clock = clock;
    }

    /** The rows of that database, and a cost log in that directory. */
    static Rows of(
            Database database,
            Holder holder,
            OpenSignals signals,
            Path dataDirectory,
            Clock clock) {
        CostLog costLog =
                new CostLog(
                        dataDirectory,
                        new SqlCostLedger(database.writer(), database.reader(), () -> {}));
        SchedulerAgenda agenda = new SchedulerAgenda(database, holder, clock);
        return new Rows(database, agenda, signals, costLog, clock);
    }

    /** What apps asked for. */
    public GenerationStore generations() {
        return new SqlGenerationStore(database.writer(), database.reader(), clock, agenda.net());
    }

    /** The making of pictures. */
    public ProductionStore productions() {
        return new SqlProductionStore(database.writer(), database.reader(), clock, costLog::nudge);
    }

    /** What is bought, across all productions. */
    public AttemptStore attempts() {
        return new SqlAttemptStore(database.writer(), database.reader(), clock, costLog::nudge);
    }

    /** What was seen of attempts whose outcome was not known. */
    public EvidenceStore evidence() {
        return new SqlEvidenceStore(database.writer(), database.reader());
    }

    /** What providers told. */
    public Inbox inbox() {
        return new SqlInbox(database.writer(), database.reader());
    }

    /** What operators did. */
    public AuditTrail audit() {
        return new SqlAuditTrail(database.writer(), database.reader());
    }

    /** Why providers were chosen. */
    public RoutingRecordStore routing() {
        return production ->
                database.reader().readTogether(session -> RoutingRows.of(session, production));
    }

    /** How providers did lately. */
    public TrackRecords trackRecords() {
        return new SqlTrackRecords(database.reader());
    }

    /** What was asked before. */
    public PastDemands pastDemands() {
        return new SqlPastDemands(database.reader());
    }

    /** Which providers rest. */
    public PauseStore pauses() {
        return new SqlPauseStore(database.writer(), database.reader());
    }

    /** What was ever in force. */
    public ConfigurationStore configurations() {
        return new SqlConfigurationStore(database.writer(), database.reader());
    }

    /** What all gateways on this database have in common. */
    public SharedKeys sharedKeys() {
        return new SharedKeys(database.writer());
    }

    /** What is to be deleted. */
    public ErasureStore erasures() {
        return new SqlErasureStore(database.writer(), database.reader());
    }

    /** What has been kept long enough. */
    public RetentionStore retention() {
        return new SqlRetentionStore(database.writer(), database.reader());
    }

    /** The charges, and what was corrected. */
    public CostLedger ledger() {
        return new SqlCostLedger(database.writer(), database.reader(), costLog::nudge);
    }

    /** What was learned of earlier requests. */
    public Experience experience() {
        return new SqlExperience(database.reader());
    }

    /** Budgets and the accounts behind them. */
    public BudgetStore budgets() {
        return new SqlBudgetStore(database.reader());
    }

    /** The charges of the past with what was corrected of them. */
    public PastCharges pastCharges() {
        return new SqlPastCharges(database.reader());
    }

    /** What providers take for a month. */
    public MonthlyFees monthlyFees() {
        return new SqlMonthlyFees(database.writer(), database.reader(), costLog::nudge);
    }

    /** The charges added up. */
    public CostReports costReports() {
        return new SqlCostReports(database.reader());
    }

    /** The charges of a period, page by page. */
    public CostPages costPages() {
        return new SqlCostPages(database.reader());
    }

    /** Lays invoices beside the ledger. */
    public InvoiceStaging invoiceStaging() {
        return new SqlInvoiceStaging(database.writer(), database.reader());
    }

    /** What comparing with invoices came to. */
    public InvoiceChecks invoiceChecks() {
        return new SqlInvoiceChecks(database.writer(), database.reader(), costLog::nudge);
    }

    /** The ledger's lines, for lists. */
    public CostEntries costEntries() {
        return new SqlCostEntries(database.reader());
    }

    /** Counts what is under way. */
    public Census census() {
        return new SqlCensus(database.reader());
    }

    /** Who works on what. Closed with the rest. */
    public Agenda agenda() {
        return agenda;
    }

    /** Tells every gateway on this database of changes. Closed with the rest. */
    public Signals signals() {
        return signals;
    }

    /** Stops the work, finishes what is being written and closes the database. */
    @Override
    public void close() {
        try {
            agenda.close();
        } finally {
            signals.close();
            costLog.close();
            database.close();
        }
    }
}
