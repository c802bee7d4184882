package dev.vignette.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.Abilities;
import dev.vignette.engine.ScriptedProvider;
import dev.vignette.engine.plan.Forecast.Dishonoured;
import dev.vignette.engine.plan.Forecast.Moved;
import dev.vignette.engine.plan.Forecast.Shift;
import dev.vignette.engine.plan.Forecast.Unserved;
import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.engine.surroundings.Failover;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.fetch.FetchRules;
import dev.vignette.generation.Terms;
import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.Photo;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.portrait.Style;
import dev.vignette.provider.Limits;
import dev.vignette.store.PastDemands.PastDemand;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What another configuration would do to what was asked. */
final class RehearsalTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Instant TO = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant FROM = TO.minus(Duration.ofDays(3));

    private final ScriptedProvider dear = new ScriptedProvider("dear");
    private final ScriptedProvider plain =
            new ScriptedProvider("plain").can(Abilities.everything().adapts(Member.PROMPT));

    @Test
    void tellsSharesAndMoney() {
        Policy now = policy(RouteEntry.share("dear", 100), RouteEntry.fallback("plain"));
        Policy then = policy(RouteEntry.share("dear", 1), RouteEntry.share("plain", 3));

        Forecast forecast = forecast(now, then, demands(8, "shop", Style.NONE));

        assertThat(forecast.demands()).isEqualTo(8);
        assertThat(forecast.shifts())
                .containsExactly(
                        new Shift(Kind.HEADSHOT, "dear", part("1.000"), part("0.250")),
                        new Shift(Kind.HEADSHOT, "plain", part("0.000"), part("0.750")));
        assertThat(forecast.money())
                .extracting(line -> line.provider() + " " + line.now() + " " + line.then())
                .containsExactly("dear 3.20 0.80", "plain 0.00 0.60");
        assertThat(forecast.clients()).containsExactly(new Moved("shop", 8, part("6.000")));
    }

    @Test
    void tellsWhatWouldNotBeHonouredAnyMore() {
        Policy now = policy(RouteEntry.share("dear", 100));
        Policy then = policy(RouteEntry.share("plain", 100));
        Style prompted =
                new Style("smile", null, null, null, null, null, null, null, null, null, null);

        Forecast forecast = forecast(now, then, demands(4, "shop", prompted));

        assertThat(forecast.members())
                .containsExactly(new Dishonoured(Member.PROMPT, 4, part("4.000"), part("0.000")));
    }

    @Test
    void tellsWhatNobodyWouldServe() {
        Policy now = policy(RouteEntry.share("dear", 100));
        Policy then = policy(RouteEntry.share("dear", 0));

        Forecast forecast = forecast(now, then, demands(2, "shop", Style.NONE));

        assertThat(forecast.unserved())
                .containsExactly(
                        new Unserved(
                                Kind.HEADSHOT, "shop", 2, "dear: its weight in this route is 0"));
    }

    @Test
    void sendsACanaryItsShareAndItsClients() {
        Policy now = policy(RouteEntry.share("dear", 100));
        Policy then =
                policy(
                        RouteEntry.canary("plain", 10, Set.of("tester")),
                        RouteEntry.share("dear", 1));
        List<PastDemand> asked = new ArrayList<>(demands(9, "shop", Style.NONE));
        asked.addAll(demands(1, "tester", Style.NONE));

        Forecast forecast = forecast(now, then, asked);

        assertThat(forecast.clients())
                .containsExactly(
                        new Moved("shop", 9, part("0.900")), new Moved("tester", 1, part("1.000")));
    }

    @Test
    void neverTakesAnUnknownPriceForNothing() {
        Policy now = policy(RouteEntry.share("dear", 100));
        Policy then = policy(PriceList.EMPTY, RouteEntry.share("dear", 100));

        Forecast forecast = forecast(now, then, demands(3, "shop", Style.NONE));

        assertThat(forecast.money()).hasSize(1);
        assertThat(forecast.money().getFirst().unpricedNow()).isZero();
        assertThat(forecast.money().getFirst().unpricedThen()).isEqualByComparingTo("30");
    }

    private Forecast forecast(Policy now, Policy then, List<PastDemand> demands) {
        return new Rehearsal(true).of(now, then, demands, FROM, TO);
    }

    private static List<PastDemand> demands(int number, String client, Style style) {
        List<PastDemand> demands = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Photo photo =
                    new Photo(ContentHash.of(new byte[] {(byte) i}), ImageType.PNG, 64, 64, 1_000);
            demands.add(
                    new PastDemand(
                            client,
                            new PortraitRequest(
                                    Kind.HEADSHOT,
                                    photo,
                                    1,
                                    style,
                                    style.values().keySet(),
                                    OnMisfit.ADAPT,
                                    List.of()),
                            Terms.USUAL,
                            FROM.plusSeconds(i)));
        }
        return demands;
    }

    private Policy policy(RouteEntry... route) {
        return policy(new PriceList(List.of(price("dear", "0.04"), price("plain", "0.01"))), route);
    }

    private Policy policy(PriceList prices, RouteEntry... route) {
        return new Policy(
                1,
                Map.of("dear", slot(dear), "plain", slot(plain)),
                Map.of(),
                Map.of(Kind.HEADSHOT, List.of(route)),
                prices,
                Duration.ofHours(1),
                Duration.ofHours(1),
                Optional.empty(),
                UnknownOutcome.HOLD,
                Optional.empty(),
                Failover.USUAL,
                Accounting.PLAIN,
                false);
    }

    private static ProviderSlot slot(ScriptedProvider provider) {
        FetchRules outputs =
                new FetchRules(List.of(), Set.of(), false, false, 0, 1, Duration.ofSeconds(1));
        return new ProviderSlot(provider, "scripted", Limits.NONE, outputs);
    }

    private static Price price(String provider, String amount) {
        return new Price(
                provider, null, PriceUnit.IMAGE, new BigDecimal(amount), USD, LocalDate.EPOCH);
    }

    private static BigDecimal part(String number) {
        return new BigDecimal(number);
    }
}
