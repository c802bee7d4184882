package dev.vignette.storage.rows;

import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Line;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import dev.vignette.store.LedgerEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table {@code charges}: the ledger. Rows are added and nothing else. */
final class ChargeRows {
    private static final Insert<LedgerEntry> INSERT =
            Insert.<LedgerEntry>into("charges")
                    .with("sequence", LedgerEntry::sequence)
                    .with("type", entry -> entry.line().type())
                    .with("id", entry -> entry.line().id())
                    .with("charged_at", entry -> Times.number(entry.line().at()))
                    .with("provider", work(Work::provider))
                    .with("adapter", work(Work::adapter))
                    .with("model", work(Work::model))
                    .with("model_version", work(Work::modelVersion))
                    .with("provider_id", work(Work::providerId))
                    .with("generation_id", work(work -> id(work.generation())))
                    .with("attempt_id", work(work -> attempt(work.attempt())))
                    .with("attempt_number", work(Work::attemptNumber))
                    .with("client", work(Work::client))
                    .with("kind", work(work -> name(work.kind())))
                    .with("ordered", work(Work::ordered))
                    .with("pixels", work(Work::pixels))
                    .with("images", work(Work::images))
                    .with("gpu_seconds", work(work -> text(work.gpuSeconds())))
                    .with("gpu_micros", work(work -> micros(work.gpuSeconds())))
                    .with("took", work(work -> nanos(work.took())))
                    .with("outcome", work(Work::outcome))
                    .with("labels", work(work -> Json.text(work.labels())))
                    .with("sandbox", work(Work::sandbox))
                    .with("quantity", billing(billing -> text(billing.quantity())))
                    .with("unit", billing(billing -> unit(billing.unit())))
                    .with("unit_price", billing(billing -> text(billing.unitPrice())))
                    .with("list_price", billing(billing -> text(billing.listPrice())))
                    .with(
                            "amount_micros",
                            billing(billing -> Amounts.micros(billing.cost().money())))
                    .with("currency", billing(billing -> Amounts.currency(billing.cost().money())))
                    .with("certainty", billing(billing -> billing.cost().certainty().wireName()))
                    .with("price_version", billing(Billing::priceVersion))
                    .with("corrects", correction(Correction::charge))
                    .with("corrected_at", correction(made -> Times.number(made.chargedAt())))
                    .with("source", correction(made -> made.source().wireName()))
                    .with("source_key", correction(Correction::key))
                    .with("reason", correction(Correction::reason))
                    .build();

    private static final Names<Kind> KINDS = Names.of(Kind.values(), Kind::wireName);
    private static final Names<PriceUnit> UNITS = Names.of(PriceUnit.values(), PriceUnit::wireName);
    private static final Names<Certainty> CERTAINTIES =
            Names.of(Certainty.values(), Certainty::wireName);
    private static final Names<Correction.Source> SOURCES =
            Names.of(Correction.Source.values(), Correction.Source::wireName);

    private ChargeRows() {}

    /**
     * Writes a line at the next place. Places have no gaps, and who reads one place can read all
     * before it: one transaction at a time gives them out, until it is over. What it moves between
     * accounts is written with it.
     */
    static void add(Session session, Line line) {
        session.lock("ledger");
        long last =
                session.first(
                                "SELECT COALESCE(MAX(sequence), 0) AS last FROM charges",
                                row -> row.number("last"))
                        .orElseThrow();
        INSERT.run(session, new LedgerEntry(last + 1, line));
        TransferRows.post(session, line);
    }

    /** Writes corrections that are not there yet; returns how many. */
    static int correct(Session session, List<Correction> corrections) {
        session.lock("ledger");
        int written = 0;
        for (Correction correction : corrections) {
            if (!session.any("SELECT 1 FROM charges WHERE source_key = ?", correction.key())) {
                add(session, correction);
                written++;
            }
        }
        return written;
    }

    static List<LedgerEntry> after(Session session, long sequence, int limit) {
        return session.list(
                "SELECT * FROM charges WHERE sequence > ? ORDER BY sequence LIMIT ?",
                ChargeRows::entry,
                sequence,
                limit);
    }

    /** The charge of an attempt, or empty when it has none. */
    static Optional<Charge> find(Session session, AttemptId attempt) {
        return session.first(
                """
                SELECT * FROM charges
                WHERE attempt_id = ? AND generation_id IS NOT NULL AND type = 'charge'
                """,
                ChargeRows::charge,
                attempt.value());
    }

    /** The charge of that id, or empty when there is none. */
    static Optional<Charge> find(Session session, String charge) {
        return session.first(
                "SELECT * FROM charges WHERE id = ? AND type = 'charge'",
                ChargeRows::charge,
                charge);
    }

    /** The charges of a production's attempts. */
    static Map<AttemptId, Charge> of(Session session, ProductionId production) {
        Map<AttemptId, Charge> charges = new HashMap<>();
        session.list(
                        """
                        SELECT charges.* FROM attempts JOIN charges ON charges.attempt_id = attempts.id
                        WHERE attempts.production_id = ?
                            AND generation_id IS NOT NULL AND type = 'charge'
                        """,
                        row -> Map.entry(new AttemptId(row.text("attempt_id")), charge(row)),
                        production.value())
                .forEach(entry -> charges.put(entry.getKey(), entry.getValue()));
        return charges;
    }

    static LedgerEntry entry(Row row) {
        return new LedgerEntry(row.number("sequence"), line(row));
    }

    private static Line line(Row row) {
        return row.text("type").equals("correction") ? correction(row) : charge(row);
    }

    /** The charge in that row. */
    static Charge charge(Row row) {
        return new Charge(row.text("id"), row.instant("charged_at"), work(row), billing(row));
    }

    private static Correction correction(Row row) {
        return new Correction(
                row.text("id"),
                row.instant("charged_at"),
                row.text("corrects"),
                row.instant("corrected_at"),
                work(row),
                billing(row),
                SOURCES.value(row.text("source")),
                row.text("source_key"),
                row.text("reason"));
    }

    private static Work work(Row row) {
        String generation = row.textOrNull("generation_id");
        String attempt = row.text("attempt_id");
        String kind = row.textOrNull("kind");
        return new Work(
                row.text("provider"),
                row.text("adapter"),
                row.text("model"),
                row.textOrNull("model_version"),
                row.textOrNull("provider_id"),
                generation == null ? null : new GenerationId(generation),
                attempt.isEmpty() ? null : new AttemptId(attempt),
                row.count("attempt_number"),
                row.text("client"),
                kind == null ? null : KINDS.value(kind),
                row.count("ordered"),
                row.numberOrNull("pixels"),
                row.count("images"),
                row.decimalOrNull("gpu_seconds"),
                row.durationOrNull("took"),
                row.text("outcome"),
                Json.pairs(row.text("labels")),
                row.flag("sandbox"));
    }

    private static Billing billing(Row row) {
        String unit = row.textOrNull("unit");
        Cost cost =
                new Cost(
                        Amounts.of(row, "amount_micros", "currency"),
                        CERTAINTIES.value(row.text("certainty")));
        return new Billing(
                cost,
                row.decimalOrNull("quantity"),
                unit == null ? null : UNITS.value(unit),
                row.decimalOrNull("unit_price"),
                row.decimalOrNull("list_price"),
                row.textOrNull("price_version"));
    }

    private static Function<LedgerEntry, @Nullable Object> work(
            Function<Work, ? extends @Nullable Object> part) {
        return entry -> part.apply(entry.line().work());
    }

    private static Function<LedgerEntry, @Nullable Object> billing(
            Function<Billing, ? extends @Nullable Object> part) {
        return entry -> part.apply(entry.line().billing());
    }

    private static Function<LedgerEntry, @Nullable Object> correction(
            Function<Correction, ? extends @Nullable Object> part) {
        return entry -> entry.line() instanceof Correction made ? part.apply(made) : null;
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** In millionths, so that a database can add them up. */
    private static @Nullable Long micros(@Nullable BigDecimal number) {
        return number == null
                ? null
                : number.movePointRight(6).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }

    private static @Nullable Long nanos(@Nullable Duration duration) {
        return duration == null ? null : duration.toNanos();
    }

    private static @Nullable String id(@Nullable GenerationId generation) {
        return generation == null ? null : generation.value();
    }

    /** The column cannot be empty; what belongs to no attempt names none. */
    private static String attempt(@Nullable AttemptId attempt) {
        return attempt == null ? "" : attempt.value();
    }

    private static @Nullable String name(@Nullable Kind kind) {
        return kind == null ? null : kind.wireName();
    }

    private static @Nullable String unit(@Nullable PriceUnit unit) {
        return unit == null ? null : unit.wireName();
    }
}
