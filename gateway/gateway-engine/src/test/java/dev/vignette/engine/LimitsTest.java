package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.limit.Closure;
import dev.vignette.engine.limit.GateView;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Limits;
import dev.vignette.provider.Order;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LimitsTest {
    private static final int MANY = 200;
    private static final Client OTHER = new Client("other", Set.of());

    private final ScriptedProvider provider = new ScriptedProvider("studio");

    @Test
    void aStormOfRefusalsCostsAHandfulOfAttemptsHoweverManyWait() {
        Throttling studio = new Throttling(Duration.ofSeconds(100));
        House house = new House();
        house.rules.serve(studio);
        house.rules.limit(
                studio,
                new Limits(OptionalInt.of(MANY), OptionalInt.of(6_000), OptionalInt.empty()));

        try (House open = house.open()) {
            List<Snapshot> all =
                    IntStream.range(0, MANY)
                            .mapToObj(i -> open.accept(Asks.headshotOf(i)))
                            .toList();
            eventually(
                    "all but those refused wait at the closed gate",
                    () -> waiting(open) + studio.submits() == MANY && studio.submits() > 0);
            assertThat(studio.submits()).isLessThanOrEqualTo(10);
            assertThat(view(open).closed().map(Closure::why)).contains(Closure.Why.THROTTLED);

            studio.calm.set(true);
            open.clock.advance(Duration.ofSeconds(101));

            List<Snapshot> waited =
                    all.stream().filter(one -> !isRefused(open.attempts(one).getFirst())).toList();
            waited.forEach(open::end);
            assertThat(waited).hasSizeGreaterThanOrEqualTo(MANY - 10);
            assertThat(waited).allSatisfy(one -> assertThat(open.attempts(one)).hasSize(1));
        }
    }

    private static boolean isRefused(Attempt attempt) {
        return attempt.state() instanceof AttemptState.Refused;
    }

    @Test
    void aPauseHoldsForAGatewayThatWasNotTold() {
        House house = new House();
        house.rules.serve(provider);
        house.attempts.close(
                "studio", house.clock.instant(), house.clock.instant().plusSeconds(60));

        try (House open = house.open()) {
            Snapshot waiting = open.accept(Asks.headshotOf(1));
            eventually("it is held up", () -> view(open).closed().isPresent());
            assertThat(provider.submits()).isZero();
            assertThat(open.attempts(waiting))
                    .singleElement()
                    .extracting(attempt -> attempt.version())
                    .isEqualTo(0L);

            open.clock.advance(Duration.ofSeconds(61));
            open.end(waiting);

            assertThat(open.attempts(waiting)).hasSize(1);
        }
    }

    @Test
    void oneClientsManyOrdersDoNotHoldUpAnothersOne() {
        provider.gate.close();
        House house = new House();
        house.rules.serve(provider);
        house.rules.inFlight(provider, 1);

        try (House open = house.open()) {
            open.accept(Asks.headshotOf(0));
            eventually("the first is on its way", () -> provider.submits() == 1);
            for (int i = 1; i < 40; i++) {
                open.accept(Asks.headshotOf(i));
            }
            eventually("the others wait", () -> waiting(open) == 39);
            Snapshot lone = open.accept(OTHER, Asks.headshotOf(99));
            eventually("it waits, too", () -> waiting(open) == 40);

            provider.gate.open();
            eventually("all are sent", () -> provider.submits() == 41);

            int place =
                    provider.orders().stream()
                            .map(Order::attempt)
                            .toList()
                            .indexOf(lone.production().attempts().getFirst().id());
            assertThat(place).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aRaisedLimitHoldsForThoseWhoWait() {
        provider.gate.close();
        House house = new House();
        house.rules.serve(provider);
        house.rules.inFlight(provider, 1);

        try (House open = house.open()) {
            for (int i = 0; i < 4; i++) {
                open.accept(Asks.headshotOf(i));
            }
            eventually("three wait", () -> waiting(open) == 3);

            house.rules.inFlight(provider, 3);

            eventually("two more are on their way", () -> view(open).inFlight() == 3);
            assertThat(view(open).ceiling()).hasValue(3);
            provider.gate.open();
        }
    }

    private static int waiting(House house) {
        return view(house).waitingLive();
    }

    private static GateView view(House house) {
        return house.engine().limits().getFirst();
    }

    /** Refuses every order as one too many until it is calm. */
    private static final class Throttling extends ScriptedProvider implements ImageProvider {
        private final AtomicBoolean calm = new AtomicBoolean();
        private final Duration wait;

        Throttling(Duration wait) {
            super("studio");
            this.wait = wait;
        }

        @Override
        public Submission submit(Order order) {
            Submission delivered = super.submit(order);
            return calm.get()
                    ? delivered
                    : new Submission.Refused(
                            new ProviderFailure(FailureKind.THROTTLED, "too many", null, wait));
        }
    }
}
