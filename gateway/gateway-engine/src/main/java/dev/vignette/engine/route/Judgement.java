package dev.vignette.engine.route;

import dev.vignette.engine.health.Standing;
import dev.vignette.engine.health.Standings;
import dev.vignette.engine.price.Budgets;
import dev.vignette.engine.price.Estimate;
import dev.vignette.engine.price.Pricing;
import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.route.RuledOut.Cause;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.provider.Capabilities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges who may serve a demand: by the operator's file, the client, fit, cost and pauses. Spends
 * nothing and remembers nothing.
 */
public final class Judgement {
    private final Standings standings;
    private final Budgets budgets;
    private final boolean photosHaveLinks;

    /**
     * @param standings how providers stand
     * @param budgets how budgets stand
     * @param photosHaveLinks whether providers can fetch the reference photo from us; otherwise it
     *     has to travel within their limits
     */
    public Judgement(Standings standings, Budgets budgets, boolean photosHaveLinks) {
        this.standings = standings;
        this.budgets = budgets;
        this.photosHaveLinks = photosHaveLinks;
    }

    /** Notices soon what operators said to another gateway. */
    void refresh() {
        standings.refresh();
    }

    /** Judges everybody on the route, and those whom the request names beside it. */
    public Shortlist of(Policy policy, Demand demand, Instant now) {
        List<Contender> contenders = new ArrayList<>();
        List<RuledOut> out = new ArrayList<>();
        List<BudgetUse> uses = budgets.use(policy, demand.client(), now);
        for (RouteEntry entry : route(policy, demand.request())) {
            switch (judge(policy, demand, entry, uses, now)) {
                case Verdict.Fits(Contender contender) -> contenders.add(contender);
                case Verdict.Out(RuledOut ruled) -> out.add(ruled);
            }
        }
        notOnTheRoute(policy, demand.request()).forEach(out::add);
        return new Shortlist(contenders, out);
    }

    /** That very provider, when file and fit let it serve, whatever it costs and however it is. */
    public Optional<Choice> again(Policy policy, PortraitRequest request, String provider) {
        return route(policy, request).stream()
                .filter(entry -> entry.provider().equals(provider))
                .findFirst()
                .filter(entry -> forbidden(policy, request, entry).isEmpty())
                .flatMap(entry -> choice(policy, request, entry))
                .filter(choice -> misfit(request, choice).isEmpty());
    }

    private Verdict judge(
            Policy policy, Demand demand, RouteEntry entry, List<BudgetUse> uses, Instant now) {
        PortraitRequest request = demand.request();
        Optional<String> forbidden = forbidden(policy, request, entry);
        if (forbidden.isPresent()) {
            return Verdict.out(entry, Cause.NOT_ALLOWED, forbidden.get());
        }
        Optional<Choice> choice = choice(policy, request, entry);
        if (choice.isEmpty()) {
            return Verdict.out(entry, Cause.MISFIT, "does not serve " + request.kind().wireName());
        }
        Optional<Candidate> misfit = misfit(request, choice.get());
        return misfit.<Verdict>map(
                        candidate -> new Verdict.Out(new RuledOut(candidate, Cause.MISFIT, entry)))
                .orElseGet(() -> judge(policy, demand, entry, choice.get(), uses, now));
    }

    private Verdict judge(
            Policy policy,
            Demand demand,
            RouteEntry entry,
            Choice choice,
            List<BudgetUse> uses,
            Instant now) {
        Estimate estimate = estimate(policy, demand, choice, now);
        Optional<String> tooDear = demand.purse().objection(estimate.cost());
        if (tooDear.isPresent()) {
            return Verdict.out(entry, Cause.COST, tooDear.get());
        }
        Optional<String> beyond = Budgets.objection(uses, estimate.cost());
        if (beyond.isPresent()) {
            return Verdict.out(entry, Cause.BUDGET, beyond.get());
        }
        Optional<String> unpriced = unpriced(policy, estimate);
        if (unpriced.isPresent()) {
            return Verdict.out(entry, Cause.UNPRICED, unpriced.get());
        }
        Standing standing = standings.of(choice.name());
        return standing.pause()
                .map(pause -> Verdict.out(entry, Cause.PAUSED, "it is paused by the operator"))
                .orElseGet(
                        () -> new Verdict.Fits(new Contender(entry, choice, standing, estimate)));
    }

    private static Estimate estimate(Policy policy, Demand demand, Choice choice, Instant now) {
        int pictures = demand.pictures();
        return Pricing.estimate(
                policy.prices(),
                choice.name(),
                demand.request(),
                pictures,
                Math.ceilDiv(pictures, choice.capabilities().picturesPerOrder()),
                now);
    }

    /** What is not known before is not spent, where the operator says so. */
    private static Optional<String> unpriced(Policy policy, Estimate estimate) {
        return switch (estimate) {
            case Estimate.Unknown(String why) when policy.accounting().refusesUnpriced() ->
                    Optional.of("its price is not known beforehand: " + why);
            case Estimate.Unknown _, Estimate.Exact _, Estimate.Range _ -> Optional.empty();
        };
    }

    /** What the file, the request and the client say against it. */
    private static Optional<String> forbidden(
            Policy policy, PortraitRequest request, RouteEntry entry) {
        String name = entry.provider();
        if (!request.providers().isEmpty() && !request.providers().contains(name)) {
            return Optional.of("not among the providers this request may use");
        }
        if (!entry.open()) {
            return Optional.of("its weight in this route is 0");
        }
        return policy.providers().containsKey(name)
                ? Optional.empty()
                : Optional.of(policy.unusable().getOrDefault(name, "not configured"));
    }

    private Optional<Candidate> misfit(PortraitRequest request, Choice choice) {
        Capabilities can = choice.capabilities();
        if (!photosHaveLinks
                && !can.uploadsPhotos()
                && request.photo().bytes() > can.inlinePhotoBytes()) {
            return Optional.of(
                    new Candidate(
                            choice.name(),
                            "takes photos of at most "
                                    + can.inlinePhotoBytes()
                                    + " bytes while it cannot reach this gateway for larger ones",
                            List.of(),
                            null));
        }
        Assessment assessment = choice.assessment();
        if (assessment.allows(request.onMisfit())) {
            return Optional.empty();
        }
        List<Member> misfits = assessment.misfits(request.onMisfit());
        return Optional.of(
                new Candidate(
                        choice.name(), sentence(assessment, misfits), misfits, helps(assessment)));
    }

    private static String sentence(Assessment assessment, List<Member> misfits) {
        return assessment.fit().stream()
                .filter(entry -> misfits.contains(entry.member()))
                .map(entry -> entry.member().wireName() + ": " + entry.reason())
                .reduce((one, other) -> one + "; " + other)
                .orElse("does not fit");
    }

    private static @Nullable OnMisfit helps(Assessment assessment) {
        return Stream.of(OnMisfit.ADAPT, OnMisfit.DROP)
                .filter(assessment::allows)
                .findFirst()
                .orElse(null);
    }

    private static List<RouteEntry> route(Policy policy, PortraitRequest request) {
        return policy.routes().getOrDefault(request.kind(), List.of());
    }

    private static Stream<RuledOut> notOnTheRoute(Policy policy, PortraitRequest request) {
        List<String> onRoute = route(policy, request).stream().map(RouteEntry::provider).toList();
        String reason = "not on the route of " + request.kind().wireName();
        return request.providers().stream()
                .filter(name -> !onRoute.contains(name))
                .map(name -> new Candidate(name, reason, List.of(), null))
                .map(candidate -> new RuledOut(candidate, Cause.NOT_ALLOWED, null));
    }

    private static Optional<Choice> choice(
            Policy policy, PortraitRequest request, RouteEntry entry) {
        ProviderSlot slot = policy.providers().get(entry.provider());
        if (slot == null) {
            return Optional.empty();
        }
        return slot.provider()
                .capabilities(request.kind())
                .map(can ->
                        new Choice(
                                entry.provider(),
                                slot,
                                can,
                                Assessment.of(request, can),
                                policy.version()));
    }

    private sealed interface Verdict {
        record Fits(Contender contender) implements Verdict {}

        record Out(RuledOut ruled) implements Verdict {}

        static Verdict out(RouteEntry entry, Cause cause, String reason) {
            return new Out(
                    new RuledOut(
                            new Candidate(entry.provider(), reason, List.of(), null),
                            cause,
                            entry));
        }
    }
}
