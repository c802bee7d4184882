package dev.vignette.invoice;

import java.util.Locale;

/** What comparing a line of an invoice with the ledger came to. */
public enum Finding {
    /** Both say the same. */
    MATCHED,
    /** Both have the job, at other amounts. */
    PRICE_DIFFERS,
    /** The ledger has the job without a known amount. */
    UNPRICED_HERE,
    /** The invoice has it and the ledger does not. */
    MISSING_HERE,
    /** The ledger has an amount for it and the invoice does not. */
    MISSING_THERE,
    /** The ledger has the job without a known amount, and the invoice does not have it. */
    UNPRICED_THERE,
    /** Both have the job, the invoice without an amount, and at other computing times. */
    SECONDS_DIFFER,
    /** Without an id, and several charges are as near in time. */
    AMBIGUOUS;

    /** The name on the wire, for example {@code price_differs}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
