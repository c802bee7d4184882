package dev.vignette.server.http.costs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vignette.store.CostRow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a cost report as lines of JSON, each an object that ends with a line feed. */
final class CostLines {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private CostLines() {}

    /** One line for each row of a report. */
    static String of(CostRequest wanted, List<CostRow> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(line(CostReportView.members(wanted, row))).append('\n'));
        return lines.toString();
    }

    private static String line(Map<String, @Nullable Object> members) {
        try {
            return MAPPER.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map always has a JSON form", e);
        }
    }
}
