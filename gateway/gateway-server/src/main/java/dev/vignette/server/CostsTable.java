package dev.vignette.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a cost report as a table a person reads. */
final class CostsTable {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String GAP = "  ";

    private final PrintStream out;

    CostsTable(PrintStream out) {
        this.out = out;
    }

    void print(JsonNode report) {
        List<String> groups = new ArrayList<>();
        report.path("group_by").forEach(group -> groups.add(group.asText()));
        out.println(title(report, groups));
        out.println();
        JsonNode rows = report.path("data");
        if (rows.isEmpty()) {
            out.println("Nothing was charged.");
            return;
        }
        groups.remove("currency"); // it has its place beside the amounts
        List<CostsColumn> columns = CostsColumn.all(groups, rows);
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(CostsColumn::title).toList());
        rows.forEach(row -> lines.add(columns.stream().map(c -> c.cell(row)).toList()));
        CostTotals.of(rows)
                .forEach(total -> lines.add(columns.stream().map(c -> c.total(total)).toList()));
        print(lines, groups.size(), rows.size());
        notes(rows);
    }

    private void print(List<List<String>> lines, int groups, int rows) {
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (int number = 0; number < lines.size(); number++) {
            if (number == 1 || number == rows + 1) {
                out.println(rule(widths));
            }
            out.println(line(lines.get(number), widths, groups));
        }
    }

    private static String line(List<String> cells, int[] widths, int groups) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : GAP)
                    .append(i < groups ? cells.get(i) + padding : padding + cells.get(i));
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
            rule.append(rule.isEmpty() ? "" : GAP).append("-".repeat(width));
        }
        return rule.toString();
    }

    private void notes(JsonNode rows) {
        long unpriced = sum(rows, "unpriced");
        if (unpriced > 0) {
            out.printf(
                    Locale.ROOT,
                    "%n%,d charges have no known price: they are in no amount.%n",
                    unpriced);
        }
        long unconverted = sum(rows, "unconverted");
        if (unconverted > 0) {
            out.printf(
                    Locale.ROOT, "%n%,d lines have no exchange rate for their day.%n", unconverted);
        }
    }

    private static long sum(JsonNode rows, String member) {
        long sum = 0;
        for (JsonNode row : rows) {
            sum += row.path(member).asLong();
        }
        return sum;
    }

    private static String title(JsonNode report, List<String> groups) {
        ZoneId zone = ZoneId.of(report.path("timezone").asText("UTC"));
        return "Costs from %s up to %s (%s), by %s"
                .formatted(
                        moment(report.path("from").asText(), zone),
                        moment(report.path("to").asText(), zone),
                        zone,
                        String.join(", ", groups));
    }

    private static String moment(String text, ZoneId zone) {
        ZonedDateTime moment = Instant.parse(text).atZone(zone);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : MOMENT.format(moment);
    }
}
