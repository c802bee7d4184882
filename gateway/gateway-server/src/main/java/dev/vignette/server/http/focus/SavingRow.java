package dev.vignette.server.http.focus;

import static dev.vignette.server.http.focus.FocusColumn.*;

import dev.vignette.money.Money;
import dev.vignette.store.CostPages.Saving;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/**
 * A generation whose pictures were there already, as a row of the file. It is usage of this gateway
 * and of no vendor, at a price of zero, which is known to be zero. What it saved is in a column of
 * our own: by FOCUS 1.2 a cost, and so a credit too, is one that somebody charges.
 */
final class SavingRow {
    private static final String SELF = "Vignette";

    private SavingRow() {}

    /**
     * The row.
     *
     * @param usual the currency of a zero that no amount names one for
     * @param sandbox whether the money is pretended
     */
    static FocusRow of(Saving saving, Currency usual, boolean sandbox) {
        Optional<Money> avoided = saving.avoided().amount();
        Sku sku = Sku.stored(saving.kind());
        FocusRow row = new FocusRow();
        Periods.billed(row, saving.at());
        Periods.hour(row, saving.at());
        free(row);
        return row.text(BILLING_ACCOUNT_ID, SELF)
                .text(BILLING_ACCOUNT_NAME, SELF)
                .text(
                        BILLING_CURRENCY,
                        avoided.map(Money::currency).orElse(usual).getCurrencyCode())
                .text(CHARGE_CATEGORY, "Usage")
                .text(CHARGE_DESCRIPTION, saving.avoided().images() + " images that were stored")
                .text(CHARGE_FREQUENCY, "Usage-Based")
                .number(CONSUMED_QUANTITY, saving.avoided().images())
                .text(CONSUMED_UNIT, LedgerRow.IMAGES)
                .text(INVOICE_ISSUER_NAME, SELF)
                .text(PRICING_CATEGORY, "Standard")
                .number(PRICING_QUANTITY, saving.avoided().images())
                .text(PRICING_UNIT, LedgerRow.IMAGES)
                .text(PROVIDER_NAME, SELF)
                .text(PUBLISHER_NAME, SELF)
                .text(RESOURCE_ID, saving.generation().value())
                .text(RESOURCE_TYPE, LedgerRow.type(saving.kind()))
                .text(SERVICE_CATEGORY, LedgerRow.CATEGORY)
                .text(SERVICE_NAME, "Stored Images")
                .text(SERVICE_SUBCATEGORY, LedgerRow.SUBCATEGORY)
                .text(SKU_ID, sku.id())
                .text(SKU_METER, sku.meter())
                .text(SKU_PRICE_ID, sku.price(LedgerRow.IMAGES))
                .text(SUB_ACCOUNT_ID, saving.client())
                .text(SUB_ACCOUNT_NAME, saving.client())
                .text(TAGS, Tags.of(saving.labels()))
                .number(X_AVOIDED_COST, avoided.map(Rate::decimal).orElse(null))
                .text(X_AVOIDED_PROVIDER, saving.avoided().provider())
                .time(X_CHARGED_AT, saving.at())
                .text(X_KIND, saving.kind().wireName())
                .flag(X_SANDBOX, sandbox);
    }

    private static void free(FocusRow row) {
        row.number(BILLED_COST, BigDecimal.ZERO)
                .number(CONTRACTED_COST, BigDecimal.ZERO)
                .number(CONTRACTED_UNIT_PRICE, BigDecimal.ZERO)
                .number(EFFECTIVE_COST, BigDecimal.ZERO)
                .number(LIST_COST, BigDecimal.ZERO)
                .number(LIST_UNIT_PRICE, BigDecimal.ZERO);
    }
}
