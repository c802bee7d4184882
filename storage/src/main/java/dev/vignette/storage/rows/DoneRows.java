package dev.vignette.storage.rows;

import dev.vignette.generation.RoutingRecord.Considered;
import dev.vignette.ledger.Charge;
import dev.vignette.money.Money;
import dev.vignette.store.CostPages.Done;
import dev.vignette.store.CostPages.Extent;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Charges with what was corrected of them and with the records of why a provider was chosen. */
final class DoneRows {
    // A charge comes once for each record of its production.
    private static final String PAGE =
            """
            SELECT page.*, r.considered,
                (SELECT SUM(x.amount_micros) FROM charges x WHERE x.corrects = page.id)
                    AS corrected,
                (SELECT MIN(x.currency) FROM charges x WHERE x.corrects = page.id)
                    AS corrected_low,
                (SELECT MAX(x.currency) FROM charges x WHERE x.corrects = page.id)
                    AS corrected_high,
                page.generation_id IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM attempts a JOIN charges e ON e.attempt_id = a.id
                    WHERE a.production_id = page.production_id AND e.type = 'charge'
                        AND e.generation_id IS NOT NULL
                        AND e.generation_id = page.generation_id AND e.sequence < page.sequence
                        AND e.charged_at >= ? AND e.charged_at < ?) AS first
            FROM (
                SELECT c.*, g.production_id
                FROM charges c LEFT JOIN generations g ON g.id = c.generation_id
                WHERE c.sequence > ? AND c.sequence <= ? AND +c.charged_at >= ?
                    AND +c.charged_at < ? AND c.type = 'charge'
                ORDER BY c.sequence LIMIT ?
            ) page LEFT JOIN routing_records r ON r.production_id = page.production_id
            ORDER BY page.sequence
            """;

    private DoneRows() {}

    static List<Done> page(Session session, Extent extent, long sequence, int limit) {
        long from = Times.number(extent.from());
        long to = Times.number(extent.to());
        Map<Long, Done> page = new LinkedHashMap<>();
        session.list(PAGE, DoneRows::read, from, to, sequence, extent.last(), from, to, limit)
                .forEach(done -> page.merge(done.sequence(), done, DoneRows::both));
        return new ArrayList<>(page.values());
    }

    private static Done both(Done one, Done other) {
        Set<String> able = new TreeSet<>(one.able());
        able.addAll(other.able());
        return new Done(one.sequence(), one.charge(), one.cost(), one.first(), able);
    }

    private static Done read(Row row) {
        Charge charge = ChargeRows.charge(row);
        return new Done(
                row.number("sequence"), charge, cost(row, charge), row.flag("first"), able(row));
    }

    private static @Nullable Money cost(Row row, Charge charge) {
        Money charged = charge.cost().money();
        Long corrected = row.numberOrNull("corrected");
        if (corrected == null) {
            return charged;
        }
        String currency = row.text("corrected_low");
        if (!currency.equals(row.text("corrected_high"))) {
            return null;
        }
        Money difference = new Money(corrected, Currency.getInstance(currency));
        if (charged == null) {
            return difference;
        }
        return charged.currency().equals(difference.currency()) ? charged.plus(difference) : null;
    }

    private static Set<String> able(Row row) {
        String considered = row.textOrNull("considered");
        Set<String> able = new TreeSet<>();
        if (considered != null) {
            Json.considered(considered).stream()
                    .filter(who -> who.fits() || who.ruledOut() == null)
                    .map(Considered::provider)
                    .forEach(able::add);
        }
        return able;
    }
}
