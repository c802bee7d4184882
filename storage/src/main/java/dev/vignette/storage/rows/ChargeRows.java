package dev.vignette.storage.rows;

import dev.vignette.generation.Charge;
import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import dev.vignette.store.LedgerEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table {@code charges}: the ledger. Rows are added and nothing else. */
final class ChargeRows {
    private static final Insert<LedgerEntry> INSERT =
            Insert.<LedgerEntry>into("charges")
                    .with("sequence", LedgerEntry::sequence)
                    .with("id", of(Charge::id))
                    .with("charged_at", of(charge -> Times.number(charge.chargedAt())))
                    .with("provider", of(Charge::provider))
                    .with("adapter", of(Charge::adapter))
                    .with("model", of(Charge::model))
                    .with("model_version", of(Charge::modelVersion))
                    .with("provider_id", of(Charge::providerId))
                    .with("generation_id", of(charge -> id(charge.generation())))
                    .with("attempt_id", of(charge -> charge.attempt().value()))
                    .with("attempt_number", of(Charge::attemptNumber))
                    .with("client", of(Charge::client))
                    .with("kind", of(charge -> name(charge.kind())))
                    .with("images", of(Charge::images))
                    .with("gpu_seconds", of(charge -> text(charge.gpuSeconds())))
                    .with("quantity", of(charge -> text(charge.quantity())))
                    .with("unit", of(charge -> unit(charge.unit())))
                    .with("unit_price", of(charge -> text(charge.unitPrice())))
                    .with("amount_micros", of(charge -> Amounts.micros(charge.cost().money())))
                    .with("currency", of(charge -> Amounts.currency(charge.cost().money())))
                    .with("certainty", of(charge -> charge.cost().certainty().wireName()))
                    .with("price_version", of(Charge::priceVersion))
                    .with("outcome", of(Charge::outcome))
                    .with("labels", of(charge -> Json.text(charge.labels())))
                    .with("sandbox", of(Charge::sandbox))
                    .build();

    private static final Names<Kind> KINDS = Names.of(Kind.values(), Kind::wireName);
    private static final Names<PriceUnit> UNITS = Names.of(PriceUnit.values(), PriceUnit::wireName);
    private static final Names<Certainty> CERTAINTIES =
            Names.of(Certainty.values(), Certainty::wireName);

    private ChargeRows() {}

    /**
     * Writes a charge at the next place. Places have no gaps, and who reads one place can read all
     * before it: one transaction at a time gives them out, until it is over.
     */
    static void add(Session session, Charge charge) {
        session.lock("ledger");
        long last =
                session.first(
                                "SELECT COALESCE(MAX(sequence), 0) AS last FROM charges",
                                row -> row.number("last"))
                        .orElseThrow();
        INSERT.run(session, new LedgerEntry(last + 1, charge));
    }

    static List<LedgerEntry> after(Session session, long sequence, int limit) {
        return session.list(
                "SELECT * FROM charges WHERE sequence > ? ORDER BY sequence LIMIT ?",
                row -> new LedgerEntry(row.number("sequence"), read(row)),
                sequence,
                limit);
    }

    /** The charge of an attempt, or empty when it has none. */
    static Optional<Charge> find(Session session, AttemptId attempt) {
        return session.first(
                "SELECT * FROM charges WHERE attempt_id = ? AND generation_id IS NOT NULL",
                ChargeRows::read,
                attempt.value());
    }

    /** The charges of a production's attempts. */
    static Map<AttemptId, Charge> of(Session session, ProductionId production) {
        return session
                .list(
                        """
                        SELECT * FROM charges WHERE generation_id IS NOT NULL AND attempt_id IN
                            (SELECT id FROM attempts WHERE production_id = ?)
                        """,
                        ChargeRows::read,
                        production.value())
                .stream()
                .collect(Collectors.toMap(Charge::attempt, charge -> charge));
    }

    private static Charge read(Row row) {
        String generation = row.textOrNull("generation_id");
        String kind = row.textOrNull("kind");
        String unit = row.textOrNull("unit");
        return new Charge(
                row.text("id"),
                row.instant("charged_at"),
                row.text("provider"),
                row.text("adapter"),
                row.text("model"),
                row.textOrNull("model_version"),
                row.textOrNull("provider_id"),
                generation == null ? null : new GenerationId(generation),
                new AttemptId(row.text("attempt_id")),
                row.count("attempt_number"),
                row.text("client"),
                kind == null ? null : KINDS.value(kind),
                row.count("images"),
                row.decimalOrNull("gpu_seconds"),
                row.decimalOrNull("quantity"),
                unit == null ? null : UNITS.value(unit),
                row.decimalOrNull("unit_price"),
                cost(row),
                row.textOrNull("price_version"),
                row.text("outcome"),
                Json.pairs(row.text("labels")),
                row.flag("sandbox"));
    }

    private static Cost cost(Row row) {
        return new Cost(
                Amounts.of(row, "amount_micros", "currency"),
                CERTAINTIES.value(row.text("certainty")));
    }

    private static Function<LedgerEntry, @Nullable Object> of(
            Function<Charge, ? extends @Nullable Object> part) {
        return entry -> part.apply(entry.charge());
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static @Nullable String id(@Nullable GenerationId generation) {
        return generation == null ? null : generation.value();
    }

    private static @Nullable String name(@Nullable Kind kind) {
        return kind == null ? null : kind.wireName();
    }

    private static @Nullable String unit(@Nullable PriceUnit unit) {
        return unit == null ? null : unit.wireName();
    }
}
