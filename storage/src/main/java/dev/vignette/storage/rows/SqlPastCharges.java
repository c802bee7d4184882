package dev.vignette.storage.rows;

import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Line;
import dev.vignette.store.CorrectedCharge;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.PastCharges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The charges of the past, from the ledger's table. */
final class SqlPastCharges implements PastCharges {
    private static final String CHARGES =
            """
            SELECT * FROM charges
            WHERE type = 'charge' AND provider = ?
                AND (charged_at, sequence) > (?, ?) AND charged_at < ?
            ORDER BY charged_at, sequence LIMIT ?
            """;
    private static final String CORRECTIONS =
            """
            SELECT made.* FROM charges about JOIN charges made ON made.corrects = about.id
            WHERE about.type = 'charge' AND about.provider = ?
                AND (about.charged_at, about.sequence) >= (?, ?)
                AND (about.charged_at, about.sequence) <= (?, ?)
            ORDER BY made.sequence
            """;

    private final Reader reader;

    SqlPastCharges(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<CorrectedCharge> page(
            String provider, Instant from, Instant to, @Nullable CorrectedCharge after, int limit) {
        return reader.readTogether(session -> {
            List<LedgerEntry> charges =
                    session.list(
                            CHARGES,
                            ChargeRows::entry,
                            provider,
                            Times.number(after == null ? from : after.charge().at()),
                            after == null ? 0L : after.sequence(),
                            Times.number(to),
                            limit);
            return charges.isEmpty() ? List.of() : corrected(session, provider, charges);
        });
    }

    private static List<CorrectedCharge> corrected(
            Session session, String provider, List<LedgerEntry> charges) {
        Map<String, List<Correction>> corrections = new HashMap<>();
        LedgerEntry first = charges.getFirst();
        LedgerEntry last = charges.getLast();
        session.list(
                        CORRECTIONS,
                        ChargeRows::entry,
                        provider,
                        Times.number(first.line().at()),
                        first.sequence(),
                        Times.number(last.line().at()),
                        last.sequence())
                .forEach(entry -> note(entry.line(), corrections));
        return charges.stream()
                .map(entry ->
                        new CorrectedCharge(
                                entry.sequence(),
                                charge(entry),
                                corrections.getOrDefault(entry.line().id(), List.of())))
                .toList();
    }

    private static void note(Line line, Map<String, List<Correction>> corrections) {
        if (line instanceof Correction made) {
            corrections.computeIfAbsent(made.charge(), _ -> new ArrayList<>()).add(made);
        }
    }

    private static Charge charge(LedgerEntry entry) {
        return switch (entry.line()) {
            case Charge charge -> charge;
            case Correction _ -> throw new IllegalStateException("a correction is no charge");
        };
    }
}
