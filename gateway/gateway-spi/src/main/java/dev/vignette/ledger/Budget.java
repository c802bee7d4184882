package dev.vignette.ledger;

import dev.vignette.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent within a day or a month.
 *
 * @param client whose budget it is; {@code null} for all clients together
 * @param limit what may be spent and held in each period, zero or more
 * @param per how long a period is
 * @param warnings shares of the limit, in percent from 1 to 100, at which operators are told
 */
public record Budget(
        @Nullable String client, Money limit, BudgetPeriod per, List<Integer> warnings) {
    public Budget {
        warnings = List.copyOf(warnings);
    }

    /** Whether what that client buys counts in it. */
    public boolean covers(String buyer) {
        return client == null || client.equals(buyer);
    }
}
