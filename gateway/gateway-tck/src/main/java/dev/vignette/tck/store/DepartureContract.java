package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.ProductionId;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Limits;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.store.Departure;
import dev.vignette.store.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.AttemptStore} promises of the permit to send. */
public interface DepartureContract extends StoresUnderTest {
    /** The permit is given. */
    Departure GRANTED = new Departure.Granted();

    @Test
    default void writesThePermitDownAndRunsTheProduction() {
        Attempt sending = Progress.sending(bought());

        Departure departure = attempts().depart(sending, Limits.NONE);

        Production production = productions().find(sending.production()).orElseThrow();
        assertThat(departure).isEqualTo(GRANTED);
        assertThat(production.attempts()).contains(sending);
        assertThat(production.stage()).isEqualTo(Stage.RUNNING);
    }

    @Test
    default void grantsOnePermitHoweverManyWantIt() {
        Attempt sending = Progress.sending(bought());

        List<Departure> departures =
                AtOnce.times(50, _ -> attempts().depart(sending, inFlight(10)));

        assertThat(departures).containsOnlyOnce(GRANTED).contains(new Departure.Lost());
        assertThat(departures).doesNotContain(new Departure.Full());
    }

    @Test
    default void sendsNothingThatSomebodyElseMoved() {
        Attempt attempt = bought();
        AttemptState.NotSent notSent =
                new AttemptState.NotSent(
                        Progress.ENDED, ProviderFailure.of(FailureKind.CANCELED, "called off"));
        productions().advance(attempt.in(notSent));

        Departure departure = attempts().depart(Progress.sending(attempt), Limits.NONE);

        assertThat(departure).isEqualTo(new Departure.Lost());
        assertThat(attempts().find(attempt.id()).orElseThrow().state()).isEqualTo(notSent);
    }

    @Test
    default void letsNoMoreBeInFlightThanTheAccountMayHaveHoweverManyWantTo() {
        List<Attempt> many = IntStream.range(0, 40).mapToObj(_ -> bought()).toList();

        List<Departure> departures =
                AtOnce.times(
                        many.size(),
                        i -> attempts().depart(Progress.sending(many.get(i)), inFlight(7)));

        assertThat(departures).filteredOn(GRANTED::equals).hasSize(7);
        assertThat(departures).filteredOn(new Departure.Full()::equals).hasSize(33);
    }

    @Test
    default void countsWhatTheProviderHasAndNothingThatEnded() {
        Proposal.Buy ended = accepted();
        Progress.deliver(productions(), ended);
        Attempt first = Progress.sending(bought());
        attempts().depart(first, inFlight(1));
        productions().advance(Progress.accepted(first));

        Departure departure = attempts().depart(Progress.sending(bought()), inFlight(1));

        assertThat(departure).isEqualTo(new Departure.Full());
        assertThat(attempts().depart(Progress.sending(bought()), inFlight(2))).isEqualTo(GRANTED);
    }

    @Test
    default void changesNothingWhenTheAccountIsFull() {
        attempts().depart(Progress.sending(bought()), inFlight(1));
        Attempt waiting = bought();

        attempts().depart(Progress.sending(waiting), inFlight(1));

        assertThat(attempts().find(waiting.id())).contains(waiting);
    }

    @Test
    default void knowsNoDepartureBeforeTheFirst() {
        bought();

        assertThat(attempts().lastDeparture()).isEmpty();
    }

    @Test
    default void remembersTheLastDepartureWhateverBecameOfIt() {
        Attempt sending = Progress.sending(bought());
        attempts().depart(sending, Limits.NONE);
        Attempt earlier = bought().in(new AttemptState.Sending(Progress.SENT.minusSeconds(9)));
        attempts().depart(earlier, Limits.NONE);

        productions()
                .advance(
                        sending.in(
                                new AttemptState.NotSent(
                                        Progress.ENDED,
                                        ProviderFailure.of(FailureKind.UNAVAILABLE, "no line"))));

        assertThat(attempts().lastDeparture()).contains(Progress.SENT);
    }

    @Test
    default void letsNoMoreDepartInAMinuteThanTheAccountMay() {
        for (int second : List.of(0, 20, 40)) {
            assertThat(attempts().depart(sentAfter(second), aMinute(3))).isEqualTo(GRANTED);
        }

        Departure early = attempts().depart(sentAfter(59), aMinute(3));
        Departure later = attempts().depart(sentAfter(60), aMinute(3));
        Departure next = attempts().depart(sentAfter(61), aMinute(3));

        assertThat(early).isEqualTo(new Departure.TooMany(Progress.SENT.plusSeconds(60)));
        assertThat(later).isEqualTo(GRANTED);
        assertThat(next).isEqualTo(new Departure.TooMany(Progress.SENT.plusSeconds(80)));
    }

    @Test
    default void countsAMinutesOrdersWhateverBecameOfThem() {
        Attempt sending = sentAfter(0);
        attempts().depart(sending, aMinute(1));
        ProviderFailure failure = ProviderFailure.of(FailureKind.UNAVAILABLE, "no line");
        productions().advance(sending.in(new AttemptState.NotSent(Progress.ENDED, failure)));

        assertThat(attempts().depart(sentAfter(30), aMinute(1)))
                .isInstanceOf(Departure.TooMany.class);
    }

    @Test
    default void keepsEveryMinuteWithinTheLimitInWhateverOrderManyCome() {
        int most = 12;
        Random random = new Random(22);
        List<Attempt> many =
                IntStream.range(0, 200).mapToObj(_ -> sentAfter(random.nextInt(180))).toList();
        Queue<Instant> departed = new ConcurrentLinkedQueue<>();

        AtOnce.times(
                10,
                thread -> {
                    for (int i = thread; i < many.size(); i += 10) {
                        if (attempts().depart(many.get(i), aMinute(most)).equals(GRANTED)) {
                            departed.add(startedAt(many.get(i)));
                        }
                    }
                    return thread;
                });

        assertThat(departed).hasSizeGreaterThanOrEqualTo(most);
        assertThat(departed)
                .allSatisfy(from ->
                        assertThat(departed)
                                .filteredOn(at ->
                                        !at.isBefore(from) && at.isBefore(from.plusSeconds(60)))
                                .hasSizeLessThanOrEqualTo(most));
    }

    @Test
    default void letsNothingDepartWhileTheAccountIsClosed() {
        Instant until = Progress.SENT.plusSeconds(20);
        attempts().close("replicate", Progress.SENT, until);
        attempts().close("replicate", Progress.SENT, Progress.SENT.plusSeconds(5));
        attempts().close("modelslab", Progress.SENT, Progress.SENT.plusSeconds(90));

        Departure closed = attempts().depart(sentAfter(19), Limits.NONE);
        Departure open = attempts().depart(sentAfter(20), Limits.NONE);

        assertThat(closed).isEqualTo(new Departure.Closed(until));
        assertThat(open).isEqualTo(GRANTED);
    }

    @Test
    default void doesNotBelieveAPauseThatAWrongClockBegan() {
        Instant ahead = Progress.SENT.plusSeconds(3600);
        attempts().close("replicate", ahead, ahead.plusSeconds(20));

        assertThat(attempts().depart(sentAfter(0), Limits.NONE)).isEqualTo(GRANTED);

        attempts().close("replicate", Progress.SENT, Progress.SENT.plusSeconds(20));

        assertThat(attempts().depart(sentAfter(1), Limits.NONE))
                .isEqualTo(new Departure.Closed(Progress.SENT.plusSeconds(20)));
    }

    private Attempt sentAfter(int seconds) {
        return bought().in(new AttemptState.Sending(Progress.SENT.plusSeconds(seconds)));
    }

    private static Instant startedAt(Attempt attempt) {
        return ((AttemptState.Sending) attempt.state()).startedAt();
    }

    private static Limits inFlight(int most) {
        return new Limits(OptionalInt.of(most), OptionalInt.empty(), OptionalInt.empty());
    }

    private static Limits aMinute(int most) {
        return new Limits(OptionalInt.empty(), OptionalInt.of(most), OptionalInt.empty());
    }

    private Proposal.Buy accepted() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        return buy;
    }

    private Attempt bought() {
        ProductionId id = accepted().production().id();
        return productions().find(id).orElseThrow().attempts().getFirst();
    }
}
