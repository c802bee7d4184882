package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.ProductionId;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.store.Departure;
import dev.vignette.store.Proposal;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.AttemptStore} promises of the permit to send. */
public interface DepartureContract extends StoresUnderTest {

    @Test
    default void writesThePermitDownAndRunsTheProduction() {
        Attempt sending = Progress.sending(bought());

        Departure departure = attempts().depart(sending, OptionalInt.empty());

        Production production = productions().find(sending.production()).orElseThrow();
        assertThat(departure).isEqualTo(Departure.GRANTED);
        assertThat(production.attempts()).contains(sending);
        assertThat(production.stage()).isEqualTo(Stage.RUNNING);
    }

    @Test
    default void grantsOnePermitHoweverManyWantIt() {
        Attempt sending = Progress.sending(bought());

        List<Departure> departures =
                AtOnce.times(50, _ -> attempts().depart(sending, OptionalInt.of(10)));

        assertThat(departures).containsOnlyOnce(Departure.GRANTED).contains(Departure.LOST);
        assertThat(departures).doesNotContain(Departure.FULL);
    }

    @Test
    default void sendsNothingThatSomebodyElseMoved() {
        Attempt attempt = bought();
        AttemptState.NotSent notSent =
                new AttemptState.NotSent(
                        Progress.ENDED, ProviderFailure.of(FailureKind.CANCELED, "called off"));
        productions().advance(attempt.in(notSent));

        Departure departure = attempts().depart(Progress.sending(attempt), OptionalInt.empty());

        assertThat(departure).isEqualTo(Departure.LOST);
        assertThat(attempts().find(attempt.id()).orElseThrow().state()).isEqualTo(notSent);
    }

    @Test
    default void letsNoMoreBeInFlightThanTheAccountMayHaveHoweverManyWantTo() {
        List<Attempt> many = IntStream.range(0, 40).mapToObj(_ -> bought()).toList();

        List<Departure> departures =
                AtOnce.times(
                        many.size(),
                        i -> attempts().depart(Progress.sending(many.get(i)), OptionalInt.of(7)));

        assertThat(departures).filteredOn(Departure.GRANTED::equals).hasSize(7);
        assertThat(departures).filteredOn(Departure.FULL::equals).hasSize(33);
    }

    @Test
    default void countsWhatTheProviderHasAndNothingThatEnded() {
        Proposal.Buy ended = accepted();
        Progress.deliver(productions(), ended);
        Attempt first = Progress.sending(bought());
        attempts().depart(first, OptionalInt.of(1));
        productions().advance(Progress.accepted(first));

        Departure departure = attempts().depart(Progress.sending(bought()), OptionalInt.of(1));

        assertThat(departure).isEqualTo(Departure.FULL);
        assertThat(attempts().depart(Progress.sending(bought()), OptionalInt.of(2)))
                .isEqualTo(Departure.GRANTED);
    }

    @Test
    default void changesNothingWhenTheAccountIsFull() {
        attempts().depart(Progress.sending(bought()), OptionalInt.of(1));
        Attempt waiting = bought();

        attempts().depart(Progress.sending(waiting), OptionalInt.of(1));

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
        attempts().depart(sending, OptionalInt.empty());
        Attempt earlier = bought().in(new AttemptState.Sending(Progress.SENT.minusSeconds(9)));
        attempts().depart(earlier, OptionalInt.empty());

        productions()
                .advance(
                        sending.in(
                                new AttemptState.NotSent(
                                        Progress.ENDED,
                                        ProviderFailure.of(FailureKind.UNAVAILABLE, "no line"))));

        assertThat(attempts().lastDeparture()).contains(Progress.SENT);
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
