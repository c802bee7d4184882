package dev.vignette.storage.rows;

import dev.vignette.store.Agenda;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.AuditTrail;
import dev.vignette.store.BudgetStore;
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
import dev.vignette.store.PauseStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RetentionStore;
import dev.vignette.store.RoutingRecordStore;
import dev.vignette.tck.SettableClock;
import dev.vignette.tck.store.Purchase;
import dev.vignette.tck.store.StoresUnderTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh database for each test. */
abstract class SqlStores implements StoresUnderTest {
    private final SettableClock clock = SettableClock.at(Purchase.AT);

    @TempDir Path directory;

    Rows rows;

    @BeforeEach
    void open() {
        rows = rows(time());
    }

    @AfterEach
    void close() {
        rows.close();
    }

    /** Opens the database, the same again in the same test. */
    abstract Rows rows(Clock clock);

    /** Does something to the database behind the stores' back. */
    public abstract Connection intrude() throws SQLException;

    /** What the database goes by; an agenda that waits needs a clock that goes. */
    Clock time() {
        return clock;
    }

    /** Drops the database without giving anything back, and opens it anew. */
    public void reopen() {
        rows.close();
        open();
    }

    @Override
    public GenerationStore generations() {
        return rows.generations();
    }

    @Override
    public ProductionStore productions() {
        return rows.productions();
    }

    @Override
    public AttemptStore attempts() {
        return rows.attempts();
    }

    @Override
    public EvidenceStore evidence() {
        return rows.evidence();
    }

    @Override
    public Inbox inbox() {
        return rows.inbox();
    }

    @Override
    public AuditTrail audit() {
        return rows.audit();
    }

    @Override
    public RoutingRecordStore routing() {
        return rows.routing();
    }

    @Override
    public PauseStore pauses() {
        return rows.pauses();
    }

    @Override
    public ErasureStore erasures() {
        return rows.erasures();
    }

    @Override
    public RetentionStore retention() {
        return rows.retention();
    }

    @Override
    public Experience experience() {
        return rows.experience();
    }

    @Override
    public BudgetStore budgets() {
        return rows.budgets();
    }

    @Override
    public CostLedger ledger() {
        return rows.ledger();
    }

    public CostReports reports() {
        return rows.costReports();
    }

    public CostPages pages() {
        return rows.costPages();
    }

    public InvoiceStaging staging() {
        return rows.invoiceStaging();
    }

    public InvoiceChecks checks() {
        return rows.invoiceChecks();
    }

    public PastCharges pastCharges() {
        return rows.pastCharges();
    }

    public MonthlyFees monthlyFees() {
        return rows.monthlyFees();
    }

    public CostEntries entries() {
        return rows.costEntries();
    }

    public ConfigurationStore configurations() {
        return rows.configurations();
    }

    public Agenda agenda() {
        return rows.agenda();
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
