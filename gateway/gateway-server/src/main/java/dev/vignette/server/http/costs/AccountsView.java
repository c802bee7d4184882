package dev.vignette.server.http.costs;

import dev.vignette.ledger.Account;
import dev.vignette.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * What is on each account, on the wire.
 *
 * @param data an account and currency each; accounts that nothing was ever on are left out
 */
@Serdeable.Serializable
@Schema(name = "AccountBalances", description = "What is on each account of the books")
record AccountsView(List<AccountView> data) {

    static AccountsView of(Map<Account, List<Money>> balances) {
        return new AccountsView(
                balances.entrySet().stream()
                        .flatMap(account ->
                                account.getValue().stream()
                                        .map(money -> AccountView.of(account.getKey(), money)))
                        .toList());
    }
}
