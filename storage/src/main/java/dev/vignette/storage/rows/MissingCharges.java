package dev.vignette.storage.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the charges that an invoice does not have, and puts them behind its lines. */
final class MissingCharges {
    private static final int AT_ONCE = 500;
    private static final String FIND =
            "SELECT c.sequence, c.id, c.provider_id, {billed} AS at, {effective} AS micros, {currency} AS currency "
                            .replace("{billed}", InvoiceSql.BILLED)
                            .replace("{effective}", InvoiceSql.EFFECTIVE)
                            .replace("{currency}", InvoiceSql.CURRENCY)
                    + InvoiceSql.LEFT
                    + " AND {billed} >= ?".replace("{billed}", InvoiceSql.BILLED);

    private final Writer writer;
    private final Reader reader;

    MissingCharges(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    void add(String check) {
        List<Missing> some = new ArrayList<>(AT_ONCE);
        reader.readTogether(session -> {
            InvoiceSpan span = InvoiceSpan.of(session, check);
            session.each(
                    FIND,
                    row -> {
                        Missing missing = Missing.of(row);
                        if (missing.matters()) {
                            some.add(missing);
                        }
                        if (some.size() == AT_ONCE) {
                            write(check, some);
                        }
                    },
                    check,
                    span.provider(),
                    span.from(),
                    span.to(),
                    span.mark(),
                    span.from());
            return true;
        });
        write(check, some);
    }

    private void write(String check, List<Missing> some) {
        writer.write(session -> {
            some.forEach(missing -> missing.add(session, check));
            return true;
        });
        some.clear();
    }

    /** A charge that the invoice does not have. */
    private record Missing(
            long sequence,
            String charge,
            @Nullable String job,
            long at,
            @Nullable Long micros,
            @Nullable String currency) {

        static Missing of(Row row) {
            return new Missing(
                    row.number("sequence"),
                    row.text("id"),
                    row.textOrNull("provider_id"),
                    row.number("at"),
                    row.numberOrNull("micros"),
                    row.textOrNull("currency"));
        }

        /** What costs nothing need not be on an invoice. */
        boolean matters() {
            return micros == null || micros != 0;
        }

        void add(Session session, String check) {
            session.update(
                    """
                    INSERT INTO invoice_lines (check_id, place, provider_id, at, charge_id,
                        ledger_micros, ledger_currency, finding)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    check,
                    InvoiceLineRows.BEHIND + sequence,
                    job,
                    at,
                    charge,
                    micros,
                    micros == null ? null : currency,
                    micros == null ? "unpriced_there" : "missing_there");
        }
    }
}
