package dev.vignette.server.http.costs;

import dev.vignette.server.http.SpreadsheetText;
import dev.vignette.store.CostRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a cost report as CSV (RFC 4180) that a spreadsheet can open without running anything. */
final class CostTable {

    private CostTable() {}

    static String of(CostRequest wanted, List<CostRow> rows) {
        StringWriter table = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
            List<String> header = header(wanted);
            printer.printRecord(header.stream().map(SpreadsheetText::inert).toList());
            for (CostRow row : rows) {
                printer.printRecord(line(header, row, CostReportView.members(wanted, row)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory never fails", e);
        }
        return table.toString();
    }

    private static List<String> header(CostRequest wanted) {
        List<String> header = new ArrayList<>(wanted.query().groupBy());
        if (!header.contains("currency")) {
            header.add("currency");
        }
        wanted.columns().forEach(column -> header.add(column.wireName()));
        return header;
    }

    /** Groups come from callers and from files; figures are ours, and may well be negative. */
    private static List<@Nullable Object> line(
            List<String> header, CostRow row, Map<String, @Nullable Object> members) {
        List<@Nullable Object> line = new ArrayList<>();
        for (String column : header) {
            Object value = members.get(column);
            boolean foreign = row.group().containsKey(column) && value != null;
            line.add(foreign ? SpreadsheetText.inert(String.valueOf(value)) : value);
        }
        return line;
    }
}
