package dev.vignette.engine.quote;

import dev.vignette.engine.price.Estimate;
import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.request.PhotoProblem;
import dev.vignette.portrait.Fit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said to somebody who asks what a request would cost. */
public sealed interface Quotation {

    /** The photo cannot be used, and so the request could not be made. */
    record PhotoRefused(PhotoProblem problem) implements Quotation {}

    /**
     * What would happen.
     *
     * @param offers who could serve it, in the order of the route
     * @param ruledOut who could not, and why
     * @param cache what the cache would do
     */
    record Quote(List<Offer> offers, List<Candidate> ruledOut, Prospect cache)
            implements Quotation {
        public Quote {
            offers = List.copyOf(offers);
            ruledOut = List.copyOf(ruledOut);
        }
    }

    /**
     * What a provider would take for it.
     *
     * @param provider its configured name
     * @param role its role in the route, on the wire
     * @param chance how probable it is that it would be asked first, from 0 to 1
     * @param price what all pictures together would cost there
     * @param fit the members it would not honour
     * @param time how long it took lately; {@code null} when it has not served this kind lately
     */
    record Offer(
            String provider,
            String role,
            BigDecimal chance,
            Estimate price,
            List<Fit> fit,
            @Nullable Time time) {
        public Offer {
            fit = List.copyOf(fit);
        }
    }

    /**
     * How long attempts took.
     *
     * @param usual half took less
     * @param most nineteen of twenty took less
     */
    record Time(Duration usual, Duration most) {}

    /**
     * What the cache would do.
     *
     * @param hit whether the pictures are there, so that nothing would be bought
     * @param joins whether somebody is buying them, so that nothing more would be bought
     * @param rate the part of the client's latest requests of this kind that bought nothing, from 0
     *     to 1; {@code null} when there were none
     */
    record Prospect(boolean hit, boolean joins, @Nullable BigDecimal rate) {}
}
