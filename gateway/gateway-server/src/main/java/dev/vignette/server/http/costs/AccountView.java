package dev.vignette.server.http.costs;

import dev.vignette.ledger.Account;
import dev.vignette.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What is on an account in one currency, on the wire.
 *
 * @param account its name
 * @param currency the ISO code
 * @param amount what came in less what went out
 */
@Serdeable.Serializable
@Schema(name = "AccountBalance", description = "What is on an account")
record AccountView(
        @Schema(
                        type = "string",
                        allowableValues = {
                            "held",
                            "committed",
                            "spent",
                            "lost",
                            "suspense",
                            "payable"
                        })
                String account,
        @Schema(example = "USD") String currency,
        @Schema(example = "0.16") String amount) {

    static AccountView of(Account account, Money balance) {
        return new AccountView(
                account.wireName(), balance.currency().getCurrencyCode(), balance.text());
    }
}
