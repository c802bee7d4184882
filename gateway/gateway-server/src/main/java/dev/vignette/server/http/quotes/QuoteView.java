package dev.vignette.server.http.quotes;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.quote.Quotation;
import dev.vignette.server.http.problem.CandidateView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a request would cost, on the wire.
 *
 * @param routes who could serve it, in the order of the route
 * @param ruledOut who could not, and why
 * @param cache what the cache would do
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Quote", description = "What a request would cost now; nothing is bought")
record QuoteView(List<OfferView> routes, List<CandidateView> ruledOut, ProspectView cache) {

    static QuoteView of(Quotation.Quote quote) {
        return new QuoteView(
                quote.offers().stream().map(OfferView::of).toList(),
                quote.ruledOut().stream().map(CandidateView::of).toList(),
                ProspectView.of(quote.cache()));
    }
}
