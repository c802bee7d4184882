package dev.vignette.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One column of the printed report. */
sealed interface CostsColumn {

    /** What stands above it. */
    String title();

    /** What stands in a line of the report. */
    String cell(JsonNode row);

    /** What stands in the line of a total. */
    String total(CostTotals total);

    /** The columns for these lines: the groups, then what there is to see. */
    static List<CostsColumn> all(List<String> groups, JsonNode rows) {
        List<CostsColumn> columns = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            columns.add(new Group(groups.get(i), i == 0));
        }
        columns.add(new Count("generations", "generations", false));
        columns.add(new Count("attempts", "attempts", true));
        columns.add(new Count("images", "pictures", true));
        columns.add(Amount.of("amount", "cost", rows));
        columns.add(Amount.of(Amount.PER_IMAGE, "per picture", rows));
        columns.add(new Currency("currency", "currency"));
        columns.add(new Count("failed", "failed", true));
        columns.add(Amount.of("failed_amount", "their cost", rows));
        columns.add(Amount.of("avoided", "saved", rows));
        columns.add(new Count("unpriced", "unpriced", true));
        if (rows.path(0).has("reporting_amount")) {
            columns.add(Amount.of("reporting_amount", "reported", rows));
            columns.add(new Currency("reporting_currency", "in"));
        }
        return columns;
    }

    /**
     * What is grouped by.
     *
     * @param first whether it is the first, where a total says that it is one
     */
    record Group(String title, boolean first) implements CostsColumn {
        @Override
        public String cell(JsonNode row) {
            String text = row.path(title).asText();
            // Labels come from callers, and a terminal obeys control characters.
            return text.isEmpty() ? "-" : text.replaceAll("\\p{Cntrl}", "?");
        }

        @Override
        public String total(CostTotals total) {
            return first ? "total" : "";
        }
    }

    /**
     * A number of things.
     *
     * @param adds whether the lines of a report add up; a generation may be in several
     */
    record Count(String member, String title, boolean adds) implements CostsColumn {
        @Override
        public String cell(JsonNode row) {
            return String.format(Locale.ROOT, "%,d", row.path(member).asLong());
        }

        @Override
        public String total(CostTotals total) {
            return adds ? String.format(Locale.ROOT, "%,d", total.count(member)) : "";
        }
    }

    /**
     * Money.
     *
     * @param decimals so many in every line, so that they stand below each other
     */
    record Amount(String member, String title, int decimals) implements CostsColumn {
        private static final String PER_IMAGE = "cost_per_image";
        private static final int USUAL = 2;

        /** A quotient that is a round number in each line need not be one in a total. */
        private static final int FINE = 4;

        static Amount of(String member, String title, JsonNode rows) {
            int decimals = member.equals(PER_IMAGE) ? FINE : USUAL;
            for (JsonNode row : rows) {
                if (row.path(member).isTextual()) {
                    decimals =
                            Math.max(decimals, new BigDecimal(row.path(member).asText()).scale());
                }
            }
            return new Amount(member, title, decimals);
        }

        @Override
        public String cell(JsonNode row) {
            JsonNode amount = row.path(member);
            if (amount.isTextual()) {
                return text(new BigDecimal(amount.asText()));
            }
            boolean noPicture = member.equals(PER_IMAGE) && row.path("images").asLong() == 0;
            return noPicture ? "-" : "unknown";
        }

        @Override
        public String total(CostTotals total) {
            return total.amount(member).map(this::text).orElse(total.absent(member));
        }

        private String text(BigDecimal amount) {
            BigDecimal shown = amount.setScale(decimals, RoundingMode.HALF_EVEN);
            return String.format(Locale.ROOT, "%,." + decimals + "f", shown);
        }
    }

    /** What money is in. */
    record Currency(String member, String title) implements CostsColumn {
        @Override
        public String cell(JsonNode row) {
            return row.path(member).isTextual() ? row.path(member).asText() : "-";
        }

        @Override
        public String total(CostTotals total) {
            return total.currency(member);
        }
    }
}
