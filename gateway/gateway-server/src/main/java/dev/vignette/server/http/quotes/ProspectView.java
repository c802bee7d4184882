package dev.vignette.server.http.quotes;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.quote.Quotation;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the cache would do, on the wire.
 *
 * @param hit whether the pictures are there
 * @param inFlight whether somebody is buying them
 * @param rate the part of the client's latest requests that bought nothing; {@code null} when there
 *     were none
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "CacheProspect", description = "What the cache would do with the request")
record ProspectView(
        @Schema(description = "the pictures are there: nothing would be bought") boolean hit,
        @Schema(description = "somebody is buying them: nothing more would be bought")
                boolean inFlight,
        @Schema(
                        nullable = true,
                        example = "0.25",
                        description =
                                "the part of your requests of this kind in the last 7 days that bought nothing")
                @Nullable BigDecimal rate) {

    static ProspectView of(Quotation.Prospect prospect) {
        return new ProspectView(prospect.hit(), prospect.joins(), prospect.rate());
    }
}
