package dev.vignette.server.http.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.server.http.Times;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostRow;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cost report on the wire.
 *
 * @param from the first moment
 * @param to the first moment behind it
 * @param timezone whose days, weeks and months are meant
 * @param groupBy the grouped columns
 * @param data the lines: the grouped columns, the currency and the columns that were chosen
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "CostReport", description = "The charges of a period added up")
record CostReportView(
        @Schema(format = "date-time") String from,
        @Schema(format = "date-time", description = "exclusive") String to,
        @Schema(example = "Europe/Berlin") String timezone,
        List<String> groupBy,
        @ArraySchema(schema = @Schema(implementation = CostRowView.class))
                List<Map<String, @Nullable Object>> data) {

    static CostReportView of(CostRequest wanted, List<CostRow> rows) {
        CostQuery query = wanted.query();
        return new CostReportView(
                Times.text(query.from()),
                Times.text(query.to()),
                query.zone().getId(),
                query.groupBy(),
                rows.stream().map(row -> members(wanted, row)).toList());
    }

    /** The members of one line, in their order. */
    static Map<String, @Nullable Object> members(CostRequest wanted, CostRow row) {
        CostRowView figures = CostRowView.of(row, wanted.query().reporting());
        Map<String, @Nullable Object> members = new LinkedHashMap<>(row.group());
        // Also where it is grouped by: nothing known is null then, as everywhere.
        members.put("currency", figures.currency());
        wanted.columns().forEach(column -> members.put(column.wireName(), column.of(figures)));
        return members;
    }
}
