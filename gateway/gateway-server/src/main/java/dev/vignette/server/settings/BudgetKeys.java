package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.BudgetPeriod;
import dev.vignette.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A budget in the file.
 *
 * @param amount what may be spent in each period, zero or more
 * @param currency the ISO code; nothing is bought whose price is in another one
 * @param per how long a period is
 * @param warnAt shares in percent at which operators are told; absent: 80
 */
public record BudgetKeys(
        @JsonProperty(required = true) BigDecimal amount,
        @JsonProperty(required = true) Currency currency,
        @JsonProperty(required = true) BudgetPeriod per,
        List<Integer> warnAt) {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000_000);
    private static final List<Integer> USUAL = List.of(80);
    private static final int ALL = 100;

    public BudgetKeys {
        if (amount.signum() < 0 || amount.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("'amount' is from 0 to 1000000000");
        }
        warnAt = List.copyOf(Objects.requireNonNullElse(warnAt, USUAL));
        if (warnAt.stream().anyMatch(share -> share < 1 || share > ALL)) {
            throw new IllegalArgumentException("'warn-at' lists percentages from 1 to 100");
        }
    }

    /**
     * The budget.
     *
     * @param client whose; {@code null} for all together
     */
    Budget budget(@Nullable String client) {
        return new Budget(client, Money.of(amount, currency), per, warnAt);
    }
}
