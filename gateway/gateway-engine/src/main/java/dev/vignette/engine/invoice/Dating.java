package dev.vignette.engine.invoice;

import dev.vignette.invoice.InvoicePeriod;
import dev.vignette.store.InvoiceChecks;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Under which date the ledger is made to agree with an invoice: within the invoice's own period as
 * long as that is open, so that reports of it agree too, and now where it is closed.
 *
 * @param at when corrections are made
 * @param earliest nothing is dated before that
 */
record Dating(Instant at, Instant earliest) {

    static Dating of(InvoiceChecks checks, String provider, InvoicePeriod period, Instant now) {
        Instant earliest = period.from();
        while (earliest.isBefore(period.to())) {
            YearMonth month = YearMonth.from(earliest.atZone(ZoneOffset.UTC));
            Optional<Instant> closed = checks.closed(provider, month);
            if (closed.isEmpty()) {
                Instant last = period.last();
                return new Dating(last.isBefore(now) ? last : now, earliest);
            }
            earliest = InvoicePeriod.of(month).to();
        }
        return new Dating(now, now);
    }
}
