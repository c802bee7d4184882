package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.health.Breaker;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.RoutingRecord.Reason;
import dev.vignette.provider.FailureKind;
import dev.vignette.store.Pause;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who gets orders while a provider rests, fails, or is tried out. */
final class HealthTest {
    private static final Duration REST = Duration.ofSeconds(31);

    private final ScriptedProvider first = new ScriptedProvider("first");
    private final ScriptedProvider second = new ScriptedProvider("second");

    @Test
    void leavesAProviderAloneThatDoesNotAcceptTheAccount() {
        first.refuses(FailureKind.CREDENTIALS);

        try (House house = House.with(first, second)) {
            house.make(Asks.headshotOf(1));
            Snapshot made = house.make(Asks.headshotOf(2));

            assertThat(first.submits()).isOne();
            assertThat(made.routing().getFirst().why().reason()).isEqualTo(Reason.FALLBACK);
            assertThat(made.routing().getFirst().why().considered().getFirst().health())
                    .isEqualTo("open");
        }
    }

    @Test
    void saysAtOnceThatTheOnlyProviderDoesNotAcceptTheAccount() {
        first.refuses(FailureKind.OUT_OF_CREDIT);

        try (House house = House.with(first)) {
            house.make(Asks.headshotOf(1));
            Snapshot made = house.make(Asks.headshotOf(2));

            assertThat(Failed.code(made)).isEqualTo(FailureCode.PROVIDER_OUT_OF_CREDIT);
            assertThat(Failed.failure(made).charged()).isFalse();
            assertThat(first.submits()).isOne();
        }
    }

    @Test
    void triesAProviderAgainWithRealOrdersOnly() {
        for (int i = 0; i < 10; i++) {
            first.refuses(FailureKind.UNAVAILABLE);
        }

        try (House house = House.with(first, second)) {
            makeSome(house, 1, 12);
            assertThat(first.submits()).isEqualTo(10);
            assertThat(breaker(house)).isInstanceOf(Breaker.Open.class);

            house.clock.advance(REST);
            makeSome(house, 13, 15);

            assertThat(first.submits()).isEqualTo(13);
            assertThat(breaker(house)).isInstanceOf(Breaker.Closed.class);
        }
    }

    @Test
    void aRequestAtFaultSaysNothingOfTheProvider() {
        for (int i = 0; i < 20; i++) {
            first.refuses(FailureKind.CONTENT_REFUSED);
        }

        try (House house = House.with(first, second)) {
            makeSome(house, 1, 20);

            assertThat(first.submits()).isEqualTo(20);
            assertThat(breaker(house)).isInstanceOf(Breaker.Closed.class);
        }
    }

    @Test
    void goesRoundAProviderThatIsPausedUntilItIsNot() {
        try (House house = House.with(first, second)) {
            assertThat(house.pauses().pause(pause(house, "first"))).isTrue();
            house.make(Asks.headshotOf(1));
            assertThat(first.submits()).isZero();

            assertThat(house.pauses().resume(pause(house, "first"))).isTrue();
            house.make(Asks.headshotOf(2));
            assertThat(first.submits()).isOne();
        }
    }

    @Test
    void acceptsNothingWhileEverybodyIsPaused() {
        try (House house = House.with(first)) {
            house.pauses().pause(pause(house, "first"));

            Creation creation = house.front().create(House.APP, Asks.headshot().ask());

            assertThat(creation).isInstanceOf(Creation.Unavailable.class);
            assertThat(house.rows.atRest()).isTrue();
        }
    }

    @Test
    void takesOrdersThatWaitForAPlaceElsewhereWhenTheirProviderIsPaused() {
        first.gate.close();
        House house = new House();
        house.rules.serve(first, second);
        house.rules.inFlight(first, 1);

        try (House open = house.open()) {
            Snapshot sent = open.accept(Asks.headshotOf(1));
            eventually("the first is on its way", () -> first.submits() == 1);
            Snapshot waiting = open.accept(Asks.headshotOf(2));
            open.pauses().pause(pause(open, "first"));
            first.gate.open();

            assertThat(maker(open.end(waiting))).isEqualTo("second");
            assertThat(maker(open.end(sent))).isEqualTo("first");
        }
    }

    @Test
    void triesACanaryWithAShareOfTheRequestsAndAlwaysWithItsClients() {
        House house = new House();
        house.rules.serve(first);
        house.rules.route(RouteEntry.canary("second", 25, Set.of("tester")), second);

        try (House open = house.open()) {
            makeSome(open, 1, 8);
            assertThat(second.submits()).isEqualTo(2);

            open.accept(new Client("tester", Set.of()), Asks.headshotOf(9));
            eventually("the canary has it", () -> second.submits() == 3);
        }
    }

    private static void makeSome(House house, int from, int to) {
        for (int person = from; person <= to; person++) {
            house.make(Asks.headshotOf(person));
        }
    }

    private static String maker(Snapshot made) {
        return made.production().pictures().getFirst().provider();
    }

    private static Breaker breaker(House house) {
        return house.engine().health().of("first").breaker();
    }

    private static Pause pause(House house, String provider) {
        return new Pause(provider, house.clock.instant(), "ops", "an invoice is disputed");
    }
}
