package dev.vignette.storage.rows;

/** What the statements about invoices have in common. The charge is called c in all of them. */
final class InvoiceSql {

    /** When a charge was, by the invoice that it came from, else when it was written. */
    static final String BILLED = "COALESCE(c.billed_at, c.charged_at)";

    /** What a charge costs with all its corrections; empty when no amount is known. */
    static final String EFFECTIVE =
            """
            (CASE WHEN c.amount_micros IS NULL AND NOT EXISTS (SELECT 1 FROM charges k
                    WHERE k.corrects = c.id AND k.amount_micros IS NOT NULL) THEN NULL
                ELSE CAST(COALESCE(c.amount_micros, 0) + COALESCE((SELECT SUM(k.amount_micros)
                    FROM charges k WHERE k.corrects = c.id), 0) AS BIGINT) END)\
            """;

    /** What a charge and its corrections are in. */
    static final String CURRENCY =
            "COALESCE(c.currency, (SELECT MIN(k.currency) FROM charges k WHERE k.corrects = c.id))";

    /**
     * Charges of a provider in a span that no line of a check was found for, nor a line of an
     * invoice for another time: check, provider, from, to, mark.
     */
    static final String LEFT =
            """
            FROM charges c WHERE NOT EXISTS (SELECT 1 FROM invoice_lines l
                    WHERE l.charge_id = c.id AND l.check_id = ?)
                AND c.type = 'charge' AND c.provider = ? AND c.charged_at >= ? AND {billed} < ?
                AND c.sequence <= ?
                AND NOT EXISTS (SELECT 1 FROM invoice_lines o
                    JOIN invoice_checks r ON r.id = o.check_id
                    WHERE o.charge_id = c.id AND o.line IS NOT NULL AND r.state = 'applied'
                        AND ({billed} < r.period_from OR {billed} >= r.period_to))
            """
                    .replace("{billed}", BILLED);

    private InvoiceSql() {}
}
