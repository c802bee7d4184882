package dev.vignette.server.http.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.server.http.Times;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostRow;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A cost report on the wire.
 *
 * @param from the first moment
 * @param to the first moment behind it
 * @param groupBy the grouped columns
 * @param data the lines
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "CostReport", description = "The charges of a period added up")
record CostReportView(
        @Schema(format = "date-time") String from,
        @Schema(format = "date-time", description = "exclusive") String to,
        List<String> groupBy,
        List<CostRowView> data) {

    static CostReportView of(CostQuery query, List<CostRow> rows) {
        return new CostReportView(
                Times.text(query.from()),
                Times.text(query.to()),
                query.groupBy(),
                rows.stream().map(CostRowView::of).toList());
    }
}
