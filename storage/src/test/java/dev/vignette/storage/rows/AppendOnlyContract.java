package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.ledger.Account;
import dev.vignette.money.Money;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.Proposal;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.Purchase;
import dev.vignette.tck.store.StoresUnderTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database itself refuses what no store does. */
interface AppendOnlyContract extends StoresUnderTest {

    /** A connection that is not the stores'. */
    Connection intrude() throws SQLException;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE charges SET amount_micros = 0",
                "DELETE FROM charges",
                "UPDATE transfers SET micros = 1",
                "DELETE FROM transfers"
            })
    default void refusesToChangeOrDeleteWhatWasWritten(String sql) {
        List<LedgerEntry> charges = charged();
        Map<Account, List<Money>> balances = budgets().balances();

        assertThatThrownBy(() -> run(sql)).hasMessageContaining("the ledger is append-only");

        assertThat(ledger().after(0, 10)).hasSize(2).isEqualTo(charges);
        assertThat(budgets().balances()).isEqualTo(balances).isNotEmpty();
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
