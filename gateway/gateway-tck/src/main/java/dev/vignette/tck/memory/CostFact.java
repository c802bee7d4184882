package dev.vignette.tck.memory;

import dev.vignette.generation.Charge;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.id.GenerationId;
import dev.vignette.money.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A charge, or what one generation saved, as a report counts it.
 *
 * @param at when it happened
 * @param columns what it can be grouped by
 * @param labels the generation's labels
 * @param charge whether it is a charge, else it was saved
 * @param generation whose it is; {@code null} for a charge without one
 * @param images pictures delivered for it
 * @param amount the charged or saved amount; {@code null} when it is not known
 */
record CostFact(
        Instant at,
        Map<String, String> columns,
        Map<String, String> labels,
        boolean charge,
        @Nullable GenerationId generation,
        int images,
        @Nullable Money amount) {
    private static final String LABELS = "labels.";

    private static final Set<String> COLUMNS =
            Set.of("provider", "model", "kind", "client", "day", "outcome");

    /** Refuses a column that no report has. */
    static void check(String column) {
        if (!column.startsWith(LABELS) && !COLUMNS.contains(column)) {
            throw new IllegalArgumentException("no column " + column);
        }
    }

    static CostFact of(Charge charge) {
        return new CostFact(
                charge.chargedAt(),
                columns(
                        charge.provider(),
                        charge.model(),
                        charge.kind() == null ? "" : charge.kind().wireName(),
                        charge.client(),
                        charge.chargedAt(),
                        charge.outcome()),
                charge.labels(),
                true,
                charge.generation(),
                charge.images(),
                charge.cost().money());
    }

    /** What the generation saved, or nothing when it saved nothing. */
    static Stream<CostFact> saved(Generation generation) {
        if (!(generation.state() instanceof GenerationState.Succeeded(Instant at))) {
            return Stream.empty();
        }
        return generation.saved().stream()
                .map(avoided ->
                        new CostFact(
                                at,
                                columns(
                                        avoided.provider(),
                                        avoided.model(),
                                        generation.request().portrait().kind().wireName(),
                                        generation.client(),
                                        at,
                                        "succeeded"),
                                generation.request().labels(),
                                false,
                                generation.id(),
                                0,
                                avoided.money()));
    }

    /** Its value in a column of a report. */
    String value(String column) {
        return column.startsWith(LABELS)
                ? labels.getOrDefault(column.substring(LABELS.length()), "")
                : columns.getOrDefault(column, "");
    }

    private static Map<String, String> columns(
            String provider, String model, String kind, String client, Instant at, String outcome) {
        return Map.of(
                "provider", provider,
                "model", model,
                "kind", kind,
                "client", client,
                "day", at.atZone(ZoneOffset.UTC).toLocalDate().toString(),
                "outcome", outcome);
    }
}
