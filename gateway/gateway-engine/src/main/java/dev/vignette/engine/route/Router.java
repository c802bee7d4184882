package dev.vignette.engine.route;

import static java.util.Comparator.comparingInt;

import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.provider.Capabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses who serves a request. Fit decides who may, weights decide who does, fallbacks come after
 * all of those in their order.
 */
public final class Router {
    private final SmoothWeights weights = new SmoothWeights();
    private final boolean photosHaveLinks;

    /**
     * @param photosHaveLinks whether providers can fetch the reference photo from us; otherwise it
     *     has to travel within their limits
     */
    public Router(boolean photosHaveLinks) {
        this.photosHaveLinks = photosHaveLinks;
    }

    /** Chooses the first provider for a request. */
    public Routing choose(Policy policy, PortraitRequest request) {
        List<Candidate> ruledOut = new ArrayList<>();
        List<RouteEntry> eligible = new ArrayList<>();
        for (RouteEntry entry : route(policy, request)) {
            switch (judge(policy, request, entry)) {
                case Verdict.Fits _ -> eligible.add(entry);
                case Verdict.Out(Candidate candidate) -> ruledOut.add(candidate);
            }
        }
        notOnTheRoute(policy, request).forEach(ruledOut::add);
        List<RouteEntry> shares = eligible.stream().filter(entry -> !entry.fallback()).toList();
        Optional<RouteEntry> chosen =
                shares.isEmpty()
                        ? eligible.stream().findFirst()
                        : Optional.of(weights.next(request.kind(), shares));
        return chosen.flatMap(entry -> choice(policy, request, entry))
                .<Routing>map(Routing.Routed::new)
                .orElseGet(() -> new Routing.NoRoute(ruledOut));
    }

    /** Nothing was bought of that choice, so it was nobody's turn. */
    public void unused(Policy policy, PortraitRequest request, Choice choice) {
        List<RouteEntry> shares =
                route(policy, request).stream()
                        .filter(entry -> !entry.fallback())
                        .filter(entry -> judge(policy, request, entry) instanceof Verdict.Fits)
                        .toList();
        shares.stream()
                .filter(entry -> entry.provider().equals(choice.name()))
                .findFirst()
                .ifPresent(entry -> weights.unused(request.kind(), shares, entry));
    }

    /**
     * The provider to go to after those tried refused: the others with a share, the largest first,
     * then the fallbacks in their order; empty when there is none left.
     */
    public Optional<Choice> next(Policy policy, PortraitRequest request, Set<String> tried) {
        return route(policy, request).stream()
                .filter(entry -> !tried.contains(entry.provider()))
                .filter(entry -> judge(policy, request, entry) instanceof Verdict.Fits)
                .min(
                        comparingInt((RouteEntry entry) -> entry.fallback() ? 1 : 0)
                                .thenComparingInt(entry -> entry.fallback() ? 0 : -entry.weight()))
                .flatMap(entry -> choice(policy, request, entry));
    }

    /** That very provider, when it may still serve; for asking it once more. */
    public Optional<Choice> again(Policy policy, PortraitRequest request, String provider) {
        return route(policy, request).stream()
                .filter(entry -> entry.provider().equals(provider))
                .filter(entry -> judge(policy, request, entry) instanceof Verdict.Fits)
                .findFirst()
                .flatMap(entry -> choice(policy, request, entry));
    }

    private static List<RouteEntry> route(Policy policy, PortraitRequest request) {
        return policy.routes().getOrDefault(request.kind(), List.of());
    }

    private Verdict judge(Policy policy, PortraitRequest request, RouteEntry entry) {
        String name = entry.provider();
        if (!request.providers().isEmpty() && !request.providers().contains(name)) {
            return Verdict.out(name, "not among the providers this request may use");
        }
        if (!entry.fallback() && entry.weight() == 0) {
            return Verdict.out(name, "its weight in this route is 0");
        }
        ProviderSlot slot = policy.providers().get(name);
        if (slot == null) {
            return Verdict.out(name, policy.unusable().getOrDefault(name, "not configured"));
        }
        return slot.provider()
                .capabilities(request.kind())
                .map(capabilities -> judge(request, name, capabilities))
                .orElseGet(() -> Verdict.out(name, "does not serve " + request.kind().wireName()));
    }

    private Verdict judge(PortraitRequest request, String name, Capabilities capabilities) {
        if (!photosHaveLinks
                && !capabilities.uploadsPhotos()
                && request.photo().bytes() > capabilities.inlinePhotoBytes()) {
            return Verdict.out(
                    name,
                    "takes photos of at most "
                            + capabilities.inlinePhotoBytes()
                            + " bytes while it cannot reach this gateway for larger ones");
        }
        Assessment assessment = Assessment.of(request, capabilities);
        if (assessment.allows(request.onMisfit())) {
            return new Verdict.Fits();
        }
        List<Member> misfits = assessment.misfits(request.onMisfit());
        return new Verdict.Out(
                new Candidate(name, sentence(assessment, misfits), misfits, helps(assessment)));
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

    private static Stream<Candidate> notOnTheRoute(Policy policy, PortraitRequest request) {
        List<String> onRoute = route(policy, request).stream().map(RouteEntry::provider).toList();
        return request.providers().stream()
                .filter(name -> !onRoute.contains(name))
                .map(name ->
                        new Candidate(
                                name,
                                "not on the route of " + request.kind().wireName(),
                                List.of(),
                                null));
    }

    private static Optional<Choice> choice(
            Policy policy, PortraitRequest request, RouteEntry entry) {
        return Optional.ofNullable(policy.providers().get(entry.provider()))
                .flatMap(slot ->
                        slot.provider()
                                .capabilities(request.kind())
                                .map(can ->
                                        new Choice(
                                                entry.provider(),
                                                slot,
                                                can,
                                                Assessment.of(request, can),
                                                policy.version())));
    }

    private sealed interface Verdict {
        record Fits() implements Verdict {}

        record Out(Candidate candidate) implements Verdict {}

        static Verdict out(String provider, String reason) {
            return new Out(new Candidate(provider, reason, List.of(), null));
        }
    }
}
