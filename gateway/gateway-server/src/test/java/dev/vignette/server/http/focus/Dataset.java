package dev.vignette.server.http.focus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was read.
 *
 * @param columns the names in its first line
 * @param rows its rows, each with a value or {@code null} by column
 */
public record Dataset(List<String> columns, List<Map<String, @Nullable String>> rows) {

    public static Dataset read(String csv) {
        try (CSVParser parser =
                CSVParser.builder()
                        .setReader(new StringReader(csv))
                        .setFormat(CSVFormat.RFC4180)
                        .get()) {
            List<CSVRecord> records = parser.getRecords();
            List<String> columns = records.getFirst().toList();
            List<Map<String, @Nullable String>> rows = new ArrayList<>();
            for (CSVRecord record : records.subList(1, records.size())) {
                if (record.size() != columns.size()) {
                    throw new IllegalArgumentException("a row of " + record.size() + " fields");
                }
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), record.get(i).isEmpty() ? null : record.get(i));
                }
                rows.add(row);
            }
            return new Dataset(columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With that value in that column of the row where the other column has that value. */
    Dataset with(String where, String is, String column, @Nullable String value) {
        List<Map<String, @Nullable String>> changed = new ArrayList<>();
        boolean done = false;
        for (Map<String, @Nullable String> row : rows) {
            Map<String, @Nullable String> copy = new LinkedHashMap<>(row);
            if (!done && is.equals(row.get(where))) {
                copy.put(column, value);
                done = true;
            }
            changed.add(copy);
        }
        if (!done) {
            throw new IllegalArgumentException("no row where " + where + " is " + is);
        }
        return new Dataset(columns, changed);
    }

    /** Under other names of its columns. */
    Dataset under(List<String> names) {
        return new Dataset(names, rows);
    }
}
