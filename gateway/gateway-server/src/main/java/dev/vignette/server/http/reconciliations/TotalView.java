package dev.vignette.server.http.reconciliations;

import dev.vignette.invoice.InvoiceCheck;
import dev.vignette.money.Money;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * What an invoice and the ledger come to in one currency, on the wire.
 *
 * @param currency the ISO code
 * @param ledger what the ledger says, before anything is written
 * @param invoice what the invoice says
 * @param difference what the invoice says more
 */
@Serdeable.Serializable
@Schema(name = "ReconciliationTotal")
record TotalView(
        @Schema(example = "USD") String currency,
        @Schema(example = "12.34", description = "before anything is written") String ledger,
        @Schema(example = "12.30") String invoice,
        @Schema(example = "-0.04", description = "the invoice less the ledger") String difference) {

    static List<TotalView> of(InvoiceCheck check) {
        return check.sums().stream()
                .map(InvoiceCheck.Sum::currency)
                .filter(Objects::nonNull)
                .distinct()
                .map(currency -> of(check, currency))
                .toList();
    }

    private static TotalView of(InvoiceCheck check, Currency currency) {
        Money ledger = Money.zero(currency);
        Money invoice = Money.zero(currency);
        for (InvoiceCheck.Sum sum : check.sums()) {
            if (currency.equals(sum.currency())) {
                ledger = ledger.plus(new Money(sum.ledger(), currency));
                invoice = invoice.plus(new Money(sum.invoice(), currency));
            }
        }
        Money difference = new Money(invoice.micros() - ledger.micros(), currency);
        return new TotalView(
                currency.getCurrencyCode(), ledger.text(), invoice.text(), difference.text());
    }
}
