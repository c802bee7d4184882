package dev.vignette.server.http.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.compare.Comparison;
import dev.vignette.engine.compare.Question;
import dev.vignette.server.http.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A comparison on the wire.
 *
 * @param from since when
 * @param to until when
 * @param pricesAt whose prices were applied
 * @param leftOut charges that are not compared
 * @param data the lines
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "Comparison",
        description = "What the same work would have cost at each provider that could have done it")
record ComparisonView(
        @Schema(format = "date-time") String from,
        @Schema(format = "date-time", description = "exclusive") String to,
        @Schema(format = "date-time", description = "the moment whose prices were applied")
                String pricesAt,
        @Schema(description = "charges that no generation is known for, and monthly fees")
                long leftOut,
        List<OfferView> data) {

    static ComparisonView of(Question question, Comparison comparison) {
        return new ComparisonView(
                Times.text(question.from()),
                Times.text(question.to()),
                Times.text(question.pricesAt()),
                comparison.leftOut(),
                comparison.offers().stream().map(OfferView::of).toList());
    }
}
