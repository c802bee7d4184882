package dev.vignette.engine.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.Abilities;
import dev.vignette.engine.RandomStyles;
import dev.vignette.engine.ScriptedProvider;
import dev.vignette.engine.Seeds;
import dev.vignette.engine.health.Standings;
import dev.vignette.engine.price.Budgets;
import dev.vignette.engine.price.Purse;
import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.engine.surroundings.Failover;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.fetch.FetchRules;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.generation.RoutingRecord.Considered;
import dev.vignette.generation.RoutingRecord.Reason;
import dev.vignette.money.PriceList;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.Photo;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.portrait.Style;
import dev.vignette.provider.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Choosing among whatever is configured. */
final class RouterTest {
    private static final Photo PHOTO =
            new Photo(ContentHash.of(new byte[] {1}), ImageType.PNG, 64, 64, 1_000);
    private static final FetchRules OUTPUTS =
            new FetchRules(List.of(), Set.of(), false, false, 0, 1, Duration.ofSeconds(1));
    private static final Limits UNLIMITED =
            new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    @Test
    void choosesOnlyWhoFitsAndIsAllowedAndSaysWhyNotOtherwise() {
        Seeds.each(random -> {
            Policy policy = policy(random);
            PortraitRequest request = request(random);

            switch (router().choose(policy, demand(request))) {
                case Routing.Routed(Choice chosen, RoutingRecord why) -> {
                    assertThat(why.provider()).isEqualTo(chosen.name());
                    assertThat(why.considered())
                            .extracting(Considered::provider)
                            .containsAll(route(policy).stream().map(RouteEntry::provider).toList());
                    assertThat(
                                    request.providers().isEmpty()
                                            || request.providers().contains(chosen.name()))
                            .isTrue();
                    assertThat(chosen.assessment().allows(request.onMisfit())).isTrue();
                    assertThat(entry(policy, chosen.name())).matches(RouteEntry::open);
                }
                case Routing.NoRoute(List<Candidate> candidates, RuledOut.Cause cause) -> {
                    assertThat(cause).isEqualTo(RuledOut.Cause.MISFIT);
                    assertThat(candidates)
                            .extracting(Candidate::provider)
                            .containsAll(route(policy).stream().map(RouteEntry::provider).toList());
                    assertThat(candidates).noneMatch(candidate -> candidate.reason().isBlank());
                }
            }
        });
    }

    @Test
    void takesAFallbackOnlyWhenNobodyWithAShareFits() {
        Seeds.each(random -> {
            Policy policy = policy(random);
            PortraitRequest request = request(random);
            Router router = router();

            if (router.choose(policy, demand(request))
                            instanceof Routing.Routed(Choice chosen, RoutingRecord _)
                    && isFallback(entry(policy, chosen.name()))) {
                assertThat(route(policy))
                        .filteredOn(entry -> !isFallback(entry))
                        .allMatch(
                                entry -> router.again(policy, request, entry.provider()).isEmpty());
            }
        });
    }

    @Test
    void goesThroughEverybodyWhoFitsOnceAndEnds() {
        Seeds.each(random -> {
            Policy policy = policy(random);
            PortraitRequest request = request(random);
            Router router = router();
            Set<String> tried = new LinkedHashSet<>();

            Optional<Routing.Routed> next =
                    router.next(policy, demand(request), tried, Reason.FAILOVER);
            while (next.isPresent()) {
                assertThat(tried.add(next.get().chosen().name())).isTrue();
                next = router.next(policy, demand(request), tried, Reason.FAILOVER);
            }

            assertThat(tried)
                    .containsExactlyInAnyOrderElementsOf(
                            route(policy).stream()
                                    .map(RouteEntry::provider)
                                    .filter(name -> router.again(policy, request, name).isPresent())
                                    .toList());
        });
    }

    @Test
    void givesEverybodyHisShareExactlyOverOneRound() {
        Seeds.each(random -> {
            Map<String, Integer> shares = new LinkedHashMap<>();
            int total = 0;
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                int weight = random.nextInt(1, 20);
                total += weight;
                shares.put("p" + i, weight);
            }
            SmoothWeights weights = new SmoothWeights();
            Map<String, Integer> served = new HashMap<>();
            for (int turn = 0; turn < total; turn++) {
                served.merge(weights.next("queue", shares), 1, Integer::sum);
            }

            assertThat(served).isEqualTo(shares);
        });
    }

    @Test
    void aTurnGivenBackIsAsIfItHadNotBeen() {
        Seeds.each(random -> {
            Map<String, Integer> shares = new LinkedHashMap<>();
            shares.put("a", random.nextInt(1, 9));
            shares.put("b", random.nextInt(1, 9));
            SmoothWeights plain = new SmoothWeights();
            SmoothWeights giving = new SmoothWeights();
            for (int turn = 0; turn < 50; turn++) {
                giving.unused("queue", shares, giving.next("queue", shares));

                assertThat(giving.next("queue", shares)).isEqualTo(plain.next("queue", shares));
            }
        });
    }

    private static Router router() {
        return new Router(
                new Judgement(Standings.ALL_WELL, Budgets.NONE, false), Clock.systemUTC());
    }

    private static Demand demand(PortraitRequest request) {
        return new Demand("app", request, request.count(), new Purse.Bottomless());
    }

    private static boolean isFallback(RouteEntry entry) {
        return entry.role() == RouteEntry.Role.FALLBACK;
    }

    private static PortraitRequest request(Random random) {
        Style style = RandomStyles.style(random);
        return new PortraitRequest(
                Kind.HEADSHOT,
                PHOTO,
                random.nextInt(1, 14),
                style,
                style.values().keySet(),
                RandomStyles.pick(random, OnMisfit.values()),
                random.nextInt(4) == 0 ? List.of("p1", "p2") : List.of());
    }

    private static Policy policy(Random random) {
        Map<String, ProviderSlot> slots = new HashMap<>();
        List<RouteEntry> route = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            ScriptedProvider provider = new ScriptedProvider("p" + i).can(abilities(random));
            if (random.nextInt(8) == 0) {
                provider.cannot(Kind.HEADSHOT);
            }
            if (random.nextInt(8) != 0) {
                slots.put(
                        provider.name(),
                        new ProviderSlot(provider, "scripted", UNLIMITED, OUTPUTS));
            }
            route.add(
                    random.nextInt(3) == 0
                            ? RouteEntry.fallback(provider.name())
                            : RouteEntry.share(provider.name(), random.nextInt(4) * 10));
        }
        return new Policy(
                0,
                slots,
                Map.of(),
                Map.of(Kind.HEADSHOT, route),
                PriceList.EMPTY,
                Duration.ofHours(1),
                Duration.ofHours(1),
                Optional.empty(),
                UnknownOutcome.HOLD,
                Optional.empty(),
                Failover.USUAL,
                Accounting.PLAIN,
                false);
    }

    private static Abilities abilities(Random random) {
        Abilities abilities = Abilities.everything();
        for (Member member : Member.values()) {
            switch (random.nextInt(12)) {
                case 0 -> abilities = abilities.ignores(member);
                case 1 -> abilities = abilities.adapts(member);
                default -> {}
            }
        }
        return random.nextInt(6) == 0 ? abilities.photosUpTo(999) : abilities;
    }

    private static List<RouteEntry> route(Policy policy) {
        return policy.routes().getOrDefault(Kind.HEADSHOT, List.of());
    }

    private static RouteEntry entry(Policy policy, String name) {
        return route(policy).stream()
                .filter(entry -> entry.provider().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
