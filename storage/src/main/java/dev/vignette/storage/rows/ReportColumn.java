package dev.vignette.storage.rows;

import java.time.LocalDate;
import java.util.List;

/**
 * One column that a cost report is grouped by.
 *
 * @param name its name in the query
 * @param inCharges where the charges have it
 * @param inSavings where the generations that saved something have it
 * @param values for the question marks in each of the two
 */
record ReportColumn(String name, String inCharges, String inSavings, List<Object> values) {
    private static final String LABEL = "labels.";
    private static final String DAY = "day";
    private static final String NANOS_A_DAY = "86400000000000";

    /**
     * The column of that name.
     *
     * @throws IllegalArgumentException when reports know no such column
     */
    static ReportColumn of(String name) {
        if (name.startsWith(LABEL)) {
            String label = "COALESCE((SELECT value FROM json_each(labels) WHERE key = ?), '')";
            return new ReportColumn(name, label, label, List.of(name.substring(LABEL.length())));
        }
        return switch (name) {
            case "provider", "model" -> plain(name, name, "avoided_" + name);
            case "client" -> plain(name, name, name);
            case "kind" -> plain(name, "COALESCE(kind, '')", name);
            case "outcome" -> plain(name, name, "'succeeded'");
            case DAY -> plain(name, "charged_at / " + NANOS_A_DAY, "ended_at / " + NANOS_A_DAY);
            default -> throw new IllegalArgumentException("a report cannot be grouped by " + name);
        };
    }

    /** Its value in a row of the report, there under that alias. */
    String value(Row row, String alias) {
        return name.equals(DAY)
                ? LocalDate.ofEpochDay(row.number(alias)).toString()
                : row.text(alias);
    }

    private static ReportColumn plain(String name, String inCharges, String inSavings) {
        return new ReportColumn(name, inCharges, inSavings, List.of());
    }
}
