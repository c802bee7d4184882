package dev.vignette.engine.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.Abilities;
import dev.vignette.engine.RandomStyles;
import dev.vignette.engine.ScriptedProvider;
import dev.vignette.engine.Seeds;
import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.fetch.FetchRules;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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

            switch (new Router(false).choose(policy, request)) {
                case Routing.Routed(Choice chosen) -> {
                    assertThat(
                                    request.providers().isEmpty()
                                            || request.providers().contains(chosen.name()))
                            .isTrue();
                    assertThat(chosen.assessment().allows(request.onMisfit())).isTrue();
                    assertThat(entry(policy, chosen.name()))
                            .matches(entry -> entry.fallback() || entry.weight() > 0);
                }
                case Routing.NoRoute(List<Candidate> candidates) -> {
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
            Router router = new Router(false);

            if (router.choose(policy, request) instanceof Routing.Routed(Choice chosen)
                    && entry(policy, chosen.name()).fallback()) {
                assertThat(route(policy))
                        .filteredOn(entry -> !entry.fallback())
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
            Router router = new Router(false);
            Set<String> tried = new LinkedHashSet<>();

            Optional<Choice> next = router.next(policy, request, tried);
            while (next.isPresent()) {
                assertThat(tried.add(next.get().name())).isTrue();
                next = router.next(policy, request, tried);
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
            List<RouteEntry> entries = new ArrayList<>();
            int total = 0;
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                int weight = random.nextInt(1, 20);
                total += weight;
                entries.add(new RouteEntry("p" + i, weight, false));
            }
            SmoothWeights weights = new SmoothWeights();
            Map<String, Integer> served = new HashMap<>();
            for (int turn = 0; turn < total; turn++) {
                served.merge(weights.next(Kind.HEADSHOT, entries).provider(), 1, Integer::sum);
            }

            assertThat(entries)
                    .allMatch(entry -> served.getOrDefault(entry.provider(), 0) == entry.weight());
        });
    }

    @Test
    void aTurnGivenBackIsAsIfItHadNotBeen() {
        Seeds.each(random -> {
            List<RouteEntry> entries =
                    List.of(
                            new RouteEntry("a", random.nextInt(1, 9), false),
                            new RouteEntry("b", random.nextInt(1, 9), false));
            SmoothWeights plain = new SmoothWeights();
            SmoothWeights giving = new SmoothWeights();
            for (int turn = 0; turn < 50; turn++) {
                RouteEntry joined = giving.next(Kind.HEADSHOT, entries);
                giving.unused(Kind.HEADSHOT, entries, joined);

                assertThat(giving.next(Kind.HEADSHOT, entries))
                        .isEqualTo(plain.next(Kind.HEADSHOT, entries));
            }
        });
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
                    new RouteEntry(
                            provider.name(), random.nextInt(4) * 10, random.nextInt(3) == 0));
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
