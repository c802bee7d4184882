package dev.vignette.storage.rows;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One column that a cost report is grouped by.
 *
 * @param name its name in the query
 * @param inCharges where the charges have it
 * @param inSavings where the generations that saved something have it
 * @param values for the question marks in each of the two
 * @param text how a number is written; {@code null} where the column holds a text
 */
record ReportColumn(
        String name,
        String inCharges,
        String inSavings,
        List<Object> values,
        @Nullable LongFunction<String> text) {
    private static final String LABEL = "labels.";
    private static final String NANOS_A_DAY = "86400000000000";
    private static final String NANOS_A_SECOND = "1000000000";
    private static final int DAYS_A_WEEK = 7;

    /** 1970 began on a Thursday: three days into a week. */
    private static final int INTO_THE_WEEK = 3;

    /**
     * The column of that name.
     *
     * @param clocks what a day, a week and a month goes by
     * @throws IllegalArgumentException when reports know no such column
     */
    static ReportColumn of(String name, LocalTime clocks) {
        if (name.startsWith(LABEL)) {
            String label = "COALESCE((SELECT value FROM json_each(labels) WHERE key = ?), '')";
            List<Object> values = List.of(name.substring(LABEL.length()));
            return new ReportColumn(name, label, label, values, null);
        }
        return switch (name) {
            case "provider", "model" -> plain(name, name, "avoided_" + name);
            case "adapter" -> plain(name, name, ofBuyer(name));
            case "model_version" -> plain(name, "COALESCE(model_version, '')", ofBuyer(name));
            case "client" -> plain(name, name, name);
            case "kind" -> plain(name, "COALESCE(kind, '')", name);
            case "outcome" -> plain(name, name, "'succeeded'");
            case "certainty" -> plain(name, name, "''");
            case "currency" ->
                    plain(name, "COALESCE(settled, '')", "COALESCE(avoided_currency, '')");
            case "day" -> timed(name, "%s / " + NANOS_A_DAY, clocks, ReportColumn::day);
            case "week" ->
                    timed(
                            name,
                            "(%s / " + NANOS_A_DAY + " + " + INTO_THE_WEEK + ") / " + DAYS_A_WEEK,
                            clocks,
                            ReportColumn::week);
            case "month" ->
                    timed(
                            name,
                            "strftime('%%Y-%%m', %s / " + NANOS_A_SECOND + ", 'unixepoch')",
                            clocks,
                            null);
            default -> throw new IllegalArgumentException("a report cannot be grouped by " + name);
        };
    }

    /** Its value in a row of the report, there under that alias. */
    String value(Row row, String alias) {
        return text == null ? row.text(alias) : text.apply(row.number(alias));
    }

    private static ReportColumn plain(String name, String inCharges, String inSavings) {
        return new ReportColumn(name, inCharges, inSavings, List.of(), null);
    }

    private static ReportColumn timed(
            String name, String term, LocalTime clocks, @Nullable LongFunction<String> text) {
        return new ReportColumn(
                name,
                term.formatted(clocks.of("charged_at")),
                term.formatted(clocks.of("ended_at")),
                clocks.values(),
                text);
    }

    /** What is known of the purchase whose pictures were used again. */
    private static String ofBuyer(String column) {
        return """
        COALESCE((SELECT MAX(%s) FROM attempts
            WHERE attempts.production_id = generations.production_id
                AND attempts.provider = generations.avoided_provider), '')\
        """
                .formatted(column);
    }

    private static String day(long number) {
        return LocalDate.ofEpochDay(number).toString();
    }

    private static String week(long number) {
        LocalDate monday = LocalDate.ofEpochDay(number * DAYS_A_WEEK - INTO_THE_WEEK);
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
