package dev.vignette.server.http.costs;

import dev.vignette.store.CostQuery;
import dev.vignette.store.CostRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a cost report as CSV (RFC 4180) that a spreadsheet can open without running anything. */
final class CostTable {
    private static final List<String> FIGURES =
            List.of(
                    "currency",
                    "generations",
                    "attempts",
                    "images",
                    "amount",
                    "avoided",
                    "unpriced");
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private CostTable() {}

    static String of(CostQuery query, List<CostRow> rows) {
        StringWriter table = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
            List<String> header = new ArrayList<>(query.groupBy());
            header.addAll(FIGURES);
            printer.printRecord(header);
            for (CostRow row : rows) {
                printer.printRecord(line(query, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory never fails", e);
        }
        return table.toString();
    }

    private static List<@Nullable Object> line(CostQuery query, CostRow row) {
        List<@Nullable Object> line = new ArrayList<>();
        for (String column : query.groupBy()) {
            line.add(inert(row.group().getOrDefault(column, "")));
        }
        line.add(row.currency());
        line.add(row.generations());
        line.add(row.attempts());
        line.add(row.images());
        line.add(CostRowView.text(row.amount()));
        line.add(CostRowView.text(row.avoided()));
        line.add(row.unpriced());
        return line;
    }

    /** Labels come from callers: one that begins like a formula is made a text. */
    private static String inert(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
