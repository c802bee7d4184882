package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.store.LedgerEntry;
import dev.vignette.store.Proposal;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.Purchase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AppendOnlyTest extends SqliteStores {
    private List<LedgerEntry> charges;

    @BeforeEach
    void charge() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        Progress.deliver(productions(), buy);
        charges = ledger().after(0, 10);
    }

    @Test
    void refusesToChangeACharge() {
        assertThatThrownBy(() -> run("UPDATE charges SET amount_micros = 0"))
                .hasMessageContaining("the ledger is append-only");
        assertThat(ledger().after(0, 10)).hasSize(2).isEqualTo(charges);
    }

    @Test
    void refusesToDeleteACharge() {
        assertThatThrownBy(() -> run("DELETE FROM charges"))
                .hasMessageContaining("the ledger is append-only");
        assertThat(ledger().after(0, 10)).hasSize(2).isEqualTo(charges);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection =
                        new DurableSqlite(
                                        directory.resolve("rows.db"), SqliteConnections.settings())
                                .getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
