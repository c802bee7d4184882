package dev.vignette.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lines of a report that are in one currency, added up.
 *
 * @param rows at least one
 */
record CostTotals(List<JsonNode> rows) {
    private static final int MICROS = 6;
    private static final String PER_IMAGE = "cost_per_image";

    CostTotals {
        rows = List.copyOf(rows);
    }

    /** One for each currency, and one for what has none, which comes last. */
    static List<CostTotals> of(JsonNode rows) {
        Map<String, List<JsonNode>> byCurrency = new TreeMap<>();
        List<JsonNode> without = new ArrayList<>();
        for (JsonNode row : rows) {
            if (row.path("currency").isTextual()) {
                byCurrency
                        .computeIfAbsent(row.path("currency").asText(), _ -> new ArrayList<>())
                        .add(row);
            } else {
                without.add(row);
            }
        }
        List<CostTotals> totals = new ArrayList<>();
        byCurrency.values().forEach(same -> totals.add(new CostTotals(same)));
        if (!without.isEmpty()) {
            totals.add(new CostTotals(without));
        }
        return totals;
    }

    long count(String member) {
        return rows.stream().mapToLong(row -> row.path(member).asLong()).sum();
    }

    /**
     * The sum of what is known; empty when nothing is, or when a part of it must not be left out.
     */
    Optional<BigDecimal> amount(String member) {
        if (member.equals(PER_IMAGE)) {
            return perImage();
        }
        List<BigDecimal> known =
                rows.stream()
                        .map(row -> row.path(member))
                        .filter(JsonNode::isTextual)
                        .map(amount -> new BigDecimal(amount.asText()))
                        .toList();
        boolean whole = known.size() == rows.size() || member.equals("amount");
        return whole ? known.stream().reduce(BigDecimal::add) : Optional.empty();
    }

    /** What stands where there is no amount. */
    String absent(String member) {
        return member.equals(PER_IMAGE) && count("images") == 0 ? "-" : "unknown";
    }

    String currency(String member) {
        JsonNode currency = rows.getFirst().path(member);
        return currency.isTextual() ? currency.asText() : "-";
    }

    private Optional<BigDecimal> perImage() {
        long images = count("images");
        if (images == 0 || count("unpriced") > 0) {
            return Optional.empty();
        }
        return amount("amount")
                .map(sum -> sum.divide(BigDecimal.valueOf(images), MICROS, RoundingMode.HALF_EVEN));
    }
}
