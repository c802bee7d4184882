package dev.vignette.engine.quote;

import dev.vignette.engine.accept.MadeBefore;
import dev.vignette.engine.accept.Normaliser;
import dev.vignette.engine.intake.PhotoIntake;
import dev.vignette.engine.intake.PhotoOutcome;
import dev.vignette.engine.plan.Outlook;
import dev.vignette.engine.quote.Quotation.Offer;
import dev.vignette.engine.quote.Quotation.Prospect;
import dev.vignette.engine.quote.Quotation.Time;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.route.Contender;
import dev.vignette.engine.route.Demand;
import dev.vignette.engine.route.Judgement;
import dev.vignette.engine.route.RuledOut;
import dev.vignette.engine.route.Shortlist;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.Kind;
import dev.vignette.store.Experience;
import dev.vignette.store.Experience.Served;
import dev.vignette.store.ProductionStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what a request would cost. It goes the way of the request itself, up to where something
 * would be written down: nothing is, and nothing is bought.
 */
public final class Quoting {
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MOST_RUNS = 200;
    private static final int MOST_REQUESTS = 1_000;
    private static final int DIGITS = 3;
    private static final int HALF = 50;
    private static final int NEARLY_ALL = 95;
    private static final int ALL = 100;

    private final PhotoIntake photos;
    private final MadeBefore made;
    private final ProductionStore productions;
    private final Judgement judgement;
    private final Experience experience;
    private final Surroundings around;

    /**
     * @param photos takes reference photos in
     * @param made what serves later requests
     * @param productions what is being made
     * @param judgement who may serve what
     * @param experience what was learned of earlier requests
     * @param around what everything lives in
     */
    public Quoting(
            PhotoIntake photos,
            MadeBefore made,
            ProductionStore productions,
            Judgement judgement,
            Experience experience,
            Surroundings around) {
        this.photos = photos;
        this.made = made;
        this.productions = productions;
        this.judgement = judgement;
        this.experience = experience;
        this.around = around;
    }

    /** What that request would cost that client now. */
    public Quotation of(Client client, GenerationAsk ask) {
        return switch (photos.take(ask.photo())) {
            case PhotoOutcome.Refused(var problem) -> new Quotation.PhotoRefused(problem);
            case PhotoOutcome.Ready photo ->
                    quote(client.name(), Normaliser.normalise(client, ask, photo.facts()));
        };
    }

    private Quotation quote(String client, GenerationRequest request) {
        Instant now = around.now();
        Shortlist shortlist = judgement.of(around.inForce(), Demand.of(client, request), now);
        Outlook outlook = Outlook.of(shortlist, client);
        Kind kind = request.portrait().kind();
        return new Quotation.Quote(
                shortlist.contenders().stream()
                        .map(contender -> offer(contender, outlook, kind, now))
                        .toList(),
                shortlist.ruledOut().stream().map(RuledOut::candidate).toList(),
                prospect(client, request, now));
    }

    private Offer offer(Contender contender, Outlook outlook, Kind kind, Instant now) {
        return new Offer(
                contender.name(),
                contender.entry().role().wireName(),
                rounded(outlook.of(contender.name())),
                contender.estimate(),
                contender.choice().assessment().fit(),
                time(
                        experience
                                .took(contender.name(), kind, now.minus(LATELY), MOST_RUNS)
                                .stream()
                                .sorted()
                                .toList()));
    }

    private Prospect prospect(String client, GenerationRequest request, Instant now) {
        CacheKey key = CacheKey.of(client, request.portrait());
        boolean asked = request.cache() == CacheMode.USE;
        Served served =
                experience.served(
                        client, request.portrait().kind(), now.minus(LATELY), MOST_REQUESTS);
        return new Prospect(
                asked && made.find(key).isPresent(),
                asked && productions.inFlight(key).isPresent(),
                served.requests() == 0
                        ? null
                        : BigDecimal.valueOf(served.without())
                                .divide(
                                        BigDecimal.valueOf(served.requests()),
                                        DIGITS,
                                        RoundingMode.HALF_EVEN));
    }

    private static @Nullable Time time(List<Duration> sorted) {
        return sorted.isEmpty() ? null : new Time(rank(sorted, HALF), rank(sorted, NEARLY_ALL));
    }

    /** The smallest that so many percent do not exceed. */
    private static Duration rank(List<Duration> sorted, int percent) {
        return sorted.get(Math.ceilDiv(sorted.size() * percent, ALL) - 1);
    }

    private static BigDecimal rounded(BigDecimal chance) {
        return chance.setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
