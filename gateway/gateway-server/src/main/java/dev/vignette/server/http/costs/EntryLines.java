package dev.vignette.server.http.costs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vignette.server.http.SpreadsheetText;
import dev.vignette.store.LedgerEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes lines of the ledger as lines of a file. */
enum EntryLines {
    /** RFC 4180, safe to open in a spreadsheet. */
    CSV("text/csv;charset=UTF-8", "costs.csv") {
        @Override
        byte[] head() {
            return text(List.of(COLUMNS));
        }

        @Override
        byte[] of(List<LedgerEntry> entries) {
            return text(entries.stream().map(EntryLines::cells).toList());
        }
    },
    /** A JSON object on each line. */
    JSONL("application/jsonl;charset=UTF-8", "costs.jsonl") {
        @Override
        byte[] head() {
            return new byte[0];
        }

        @Override
        byte[] of(List<LedgerEntry> entries) {
            StringBuilder lines = new StringBuilder();
            entries.forEach(entry -> lines.append(members(entry)).append('\n'));
            return lines.toString().getBytes(UTF_8);
        }
    };

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();
    private static final List<String> COLUMNS =
            Arrays.stream(CostEntryView.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .map(SnakeCaseStrategy.INSTANCE::translate)
                    .toList();

    /** A text of ours that may well begin with a minus. */
    private static final String AMOUNT = "amount";

    private final String mediaType;
    private final String fileName;

    EntryLines(String mediaType, String fileName) {
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    String mediaType() {
        return mediaType;
    }

    String fileName() {
        return fileName;
    }

    /** What the file begins with. */
    abstract byte[] head();

    /** The lines of those entries, each with its end. */
    abstract byte[] of(List<LedgerEntry> entries);

    private static JsonNode members(LedgerEntry entry) {
        return MAPPER.valueToTree(CostEntryView.of(entry));
    }

    private static List<@Nullable Object> cells(LedgerEntry entry) {
        JsonNode members = members(entry);
        List<@Nullable Object> cells = new ArrayList<>(COLUMNS.size());
        COLUMNS.forEach(column -> cells.add(cell(column, members.path(column))));
        return cells;
    }

    private static @Nullable Object cell(String column, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isTextual() && !column.equals(AMOUNT)) {
            return SpreadsheetText.inert(value.textValue());
        }
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static byte[] text(List<? extends List<? extends @Nullable Object>> records) {
        StringBuilder table = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(table, CSVFormat.RFC4180)) {
            printer.printRecords(records);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory never fails", e);
        }
        return table.toString().getBytes(UTF_8);
    }
}
