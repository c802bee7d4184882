package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.store.LedgerEntry;
import dev.vignette.store.Proposal;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.Purchase;
import dev.vignette.tck.store.StoresUnderTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The database itself refuses what no store does. */
interface AppendOnlyContract extends StoresUnderTest {

    /** A connection that is not the stores'. */
    Connection intrude() throws SQLException;

    @Test
    default void refusesToChangeACharge() {
        List<LedgerEntry> charges = charged();

        assertThatThrownBy(() -> run("UPDATE charges SET amount_micros = 0"))
                .hasMessageContaining("the ledger is append-only");

        assertThat(ledger().after(0, 10)).hasSize(2).isEqualTo(charges);
    }

    @Test
    default void refusesToDeleteACharge() {
        List<LedgerEntry> charges = charged();

        assertThatThrownBy(() -> run("DELETE FROM charges"))
                .hasMessageContaining("the ledger is append-only");

        assertThat(ledger().after(0, 10)).hasSize(2).isEqualTo(charges);
    }

    private List<LedgerEntry> charged() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        Progress.deliver(productions(), buy);
        return ledger().after(0, 10);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = intrude();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
