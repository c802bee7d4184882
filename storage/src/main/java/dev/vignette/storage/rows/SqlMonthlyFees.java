package dev.vignette.storage.rows;

import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.money.Money;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.MonthlyFee;
import dev.vignette.store.MonthlyFees;
import java.time.YearMonth;
import java.util.List;

/** What providers take for a month, in tables. */
final class SqlMonthlyFees implements MonthlyFees {
    /** By a price that was changed afterwards, where there is one, else by that of its time. */
    private static final String BY_THE_MONTH =
            """
            FROM charges WHERE type = 'charge' AND provider = ?
                AND charged_at >= ? AND charged_at < ? AND sequence > ? AND sequence <= ?
                AND images > 0 AND attempt_id <> ''
                AND COALESCE((SELECT made.unit FROM charges made
                    WHERE made.corrects = charges.id AND made.source = 'prices'
                    ORDER BY made.sequence DESC LIMIT 1), unit) = 'month'
            """;

    private static final long FROM_THE_FIRST = 0;

    private final Writer writer;
    private final Reader reader;
    private final Runnable grown;

    /**
     * Fees on these tables.
     *
     * @param grown told after each line of the ledger that is committed; returns at once
     */
    SqlMonthlyFees(Writer writer, Reader reader, Runnable grown) {
        this.writer = writer;
        this.reader = reader;
        this.grown = grown;
    }

    @Override
    public boolean owe(YearMonth month, Charge fee) {
        if (reader.read(session -> isOwed(session, month, fee))) {
            return false;
        }
        return told(
                writer.write(session -> {
                    session.lock("ledger"); // before the fee, as everywhere here
                    boolean first =
                            session.update(
                                            """
                                            INSERT INTO monthly_fees
                                                (provider, month, charge_id, shared_pictures, shared_up_to)
                                            VALUES (?, ?, ?, 0, 0) ON CONFLICT DO NOTHING
                                            """,
                                            fee.work().provider(),
                                            month.toString(),
                                            fee.id())
                                    > 0;
                    if (first) {
                        ChargeRows.add(session, fee);
                    }
                    return first;
                }));
    }

    private static boolean isOwed(Session session, YearMonth month, Charge fee) {
        return session.any(
                "SELECT 1 FROM monthly_fees WHERE provider = ? AND month = ?",
                fee.work().provider(),
                month.toString());
    }

    @Override
    public List<MonthlyFee> open(YearMonth month) {
        List<Owed> owed =
                reader.read(session ->
                        session.list(
                                """
                                SELECT provider, month, charge_id FROM monthly_fees
                                WHERE month < ?
                                    AND (pictures IS NULL OR shared_pictures < pictures)
                                """,
                                row ->
                                        new Owed(
                                                row.text("provider"),
                                                YearMonth.parse(row.text("month")),
                                                row.text("charge_id")),
                                month.toString()));
        return owed.stream()
                .map(one -> writer.write(session -> settled(session, one)))
                .filter(fee -> fee.sharedPictures() < fee.pictures())
                .toList();
    }

    /** Within the ledger's lock, so that what takes part is what the ledger has then. */
    private static MonthlyFee settled(Session session, Owed owed) {
        session.lock("ledger");
        Charge charge = ChargeRows.find(session, owed.charge()).orElseThrow();
        Money charged = charge.cost().amount().orElseThrow();
        session.update(
                """
                UPDATE monthly_fees SET
                    amount_micros = (SELECT SUM(amount_micros) FROM charges
                        WHERE (id = ? OR corrects = ?) AND currency = ?),
                    last_sequence = (SELECT MAX(sequence) FROM charges),
                    pictures = (SELECT COALESCE(SUM(images), 0) %s)
                WHERE charge_id = ? AND pictures IS NULL
                """
                        .formatted(BY_THE_MONTH),
                charge.id(),
                charge.id(),
                charged.currency().getCurrencyCode(),
                owed.provider(),
                Times.number(MonthlyFees.begin(owed.month())),
                Times.number(MonthlyFees.begin(owed.month().plusMonths(1))),
                FROM_THE_FIRST,
                Long.MAX_VALUE,
                charge.id());
        return session.first(
                        "SELECT * FROM monthly_fees WHERE charge_id = ?",
                        row ->
                                new MonthlyFee(
                                        owed.month(),
                                        charge,
                                        new Money(row.number("amount_micros"), charged.currency()),
                                        row.number("pictures"),
                                        row.number("last_sequence"),
                                        row.number("shared_pictures"),
                                        row.number("shared_up_to")),
                        charge.id())
                .orElseThrow();
    }

    @Override
    public List<LedgerEntry> next(MonthlyFee fee, int limit) {
        return reader.read(session ->
                session.list(
                        "SELECT * " + BY_THE_MONTH + " ORDER BY sequence LIMIT ?",
                        ChargeRows::entry,
                        fee.charge().work().provider(),
                        Times.number(MonthlyFees.begin(fee.month())),
                        Times.number(MonthlyFees.begin(fee.month().plusMonths(1))),
                        fee.sharedUpTo(),
                        fee.last(),
                        limit));
    }

    @Override
    public boolean share(MonthlyFee before, MonthlyFee after, List<Correction> shares) {
        return told(
                writer.write(session -> {
                    session.lock("ledger"); // before the fee, as everywhere here
                    boolean first =
                            session.update(
                                            """
                                            UPDATE monthly_fees SET shared_pictures = ?, shared_up_to = ?
                                            WHERE charge_id = ? AND shared_up_to = ?
                                            """,
                                            after.sharedPictures(),
                                            after.sharedUpTo(),
                                            before.charge().id(),
                                            before.sharedUpTo())
                                    > 0;
                    if (first) {
                        ChargeRows.correct(session, open(session, after, shares));
                    }
                    return first;
                }));
    }

    /** A month that was closed before its fee was shared out takes nothing any more. */
    private static List<Correction> open(Session session, MonthlyFee fee, List<Correction> shares) {
        return SqlInvoiceChecks.closed(session, fee.charge().work().provider(), fee.month())
                .map(closedAt -> shares.stream().map(share -> share.dated(closedAt)).toList())
                .orElse(shares);
    }

    private boolean told(boolean written) {
        if (written) {
            grown.run();
        }
        return written;
    }

    private record Owed(String provider, YearMonth month, String charge) {}
}
