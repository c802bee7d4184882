package dev.vignette.storage.rows;

import java.time.Duration;

/**
 * Which charges a check is about.
 *
 * @param check the check
 * @param provider of whom
 * @param from the first moment, in nanoseconds since 1970
 * @param to the first moment behind it
 * @param mark the last line of the ledger that is looked at
 */
record InvoiceSpan(String check, String provider, long from, long to, long mark) {

    static InvoiceSpan of(Session session, String check) {
        return session.first(
                        "SELECT * FROM invoice_checks WHERE id = ?",
                        row ->
                                new InvoiceSpan(
                                        check,
                                        row.text("provider"),
                                        row.number("period_from"),
                                        row.number("period_to"),
                                        row.number("mark")),
                        check)
                .orElseThrow();
    }

    /** The same with as much more at both ends. */
    InvoiceSpan wider(Duration around) {
        long nanos = around.toNanos();
        return new InvoiceSpan(check, provider, from - nanos, to + nanos, mark);
    }

    /** The values that {@link InvoiceSql#LEFT} asks for. */
    Object[] values() {
        return new Object[] {check, provider, from, to, mark};
    }
}
