package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Charge;
import dev.vignette.objects.ObjectKey;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.Planned;
import dev.vignette.store.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.ProductionStore} promises while a production goes on. */
public interface ProductionStoreContract extends StoresUnderTest {

    @Test
    default void findsNoProductionUnderAnUnknownId() {
        assertThat(productions().find(new ProductionId("prd_unknown"))).isEmpty();
    }

    @Test
    default void findsAProductionAsItWasProposed() {
        Proposal.Buy buy = bought();

        assertThat(productions().find(buy.production().id())).contains(buy.production());
    }

    @Test
    default void keepsEveryStateThatAnAttemptPassesThrough() {
        Instant sent = Progress.SENT;
        TaskHandle task = new TaskHandle("id", "token");
        List<AttemptState> states =
                List.of(
                        new AttemptState.Sending(sent),
                        new AttemptState.Accepted(sent, task),
                        new AttemptState.Unknown(sent, Progress.ENDED, "the line broke"),
                        new AttemptState.Review(
                                sent, Progress.ENDED, Progress.STORED, "nobody knows"));

        for (AttemptState state : states) {
            Attempt moved = bought().production().attempts().getFirst().in(state);

            assertThat(productions().advance(moved)).isTrue();
            assertThat(attempts(moved.production())).contains(moved);
        }
    }

    @Test
    default void keepsEveryStateThatAnAttemptEndsIn() {
        Instant sent = Progress.SENT;
        Instant ended = Progress.ENDED;
        TaskHandle task = new TaskHandle("id", "token");
        ProviderFailure failure =
                new ProviderFailure(
                        FailureKind.THROTTLED, "too many", "E429", Duration.ofMillis(1_500));
        List<AttemptState> states =
                List.of(
                        new AttemptState.Succeeded(sent, ended, task),
                        new AttemptState.Failed(sent, ended, task, failure),
                        new AttemptState.Canceled(sent, ended, task, failure),
                        new AttemptState.Refused(sent, ended, failure),
                        new AttemptState.NotAccepted(sent, ended, "it is not in the list"),
                        new AttemptState.NotSent(
                                ended, ProviderFailure.of(FailureKind.UNAVAILABLE, "no address")),
                        new AttemptState.WrittenOff(sent, ended, "given up"));

        for (AttemptState state : states) {
            Proposal.Buy buy = bought();
            Attempt moved = buy.production().attempts().getFirst().in(state);
            Charge charge = Progress.charge(buy, moved);

            assertThat(productions().conclude(moved, charge, List.of())).isTrue();
            assertThat(attempts(moved.production())).contains(moved.charged(charge));
        }
    }

    @Test
    default void runsFromTheFirstAttemptThatLeavesPreparing() {
        Proposal.Buy buy = bought();

        productions().advance(Progress.sending(buy.production().attempts().getFirst()));

        assertThat(stage(buy)).isEqualTo(Stage.RUNNING);
    }

    @Test
    default void refusesToMoveAnAttemptThatSomebodyElseMoved() {
        Attempt attempt = bought().production().attempts().getFirst();
        Attempt sending = Progress.sending(attempt);
        productions().advance(sending);

        boolean stale = productions().advance(Progress.accepted(attempt));

        assertThat(stale).isFalse();
        assertThat(attempts(attempt.production())).contains(sending);
    }

    @Test
    default void givesThePermitToSendToOneOfMany() {
        Attempt attempt = bought().production().attempts().getFirst();

        List<Boolean> permits =
                AtOnce.times(100, _ -> productions().advance(Progress.sending(attempt)));

        assertThat(permits).filteredOn(permit -> permit).hasSize(1);
    }

    @Test
    default void writesTheEndOfAnAttemptWithItsChargeAndPictures() {
        Proposal.Buy buy = bought();
        Attempt succeeded = sentAndSucceeded(buy.production().attempts().getFirst());
        Charge charge = Progress.charge(buy, succeeded);
        List<Picture> pictures = Progress.pictures(succeeded);

        boolean concluded = productions().conclude(succeeded, charge, pictures);

        Production production = productions().find(buy.production().id()).orElseThrow();
        assertThat(concluded).isTrue();
        assertThat(production.attempts().getFirst().state()).isEqualTo(succeeded.state());
        assertThat(production.attempts().getFirst().cost()).contains(charge);
        assertThat(production.attempts().getLast().cost()).isEmpty();
        assertThat(production.pictures()).isEqualTo(pictures);
    }

    @Test
    default void concludesAnAttemptOnceWhoeverTries() {
        Proposal.Buy buy = bought();
        Attempt succeeded = sentAndSucceeded(buy.production().attempts().getFirst());

        List<Boolean> concluded =
                AtOnce.times(
                        50,
                        _ ->
                                productions()
                                        .conclude(
                                                succeeded,
                                                Progress.charge(buy, succeeded),
                                                Progress.pictures(succeeded)));

        assertThat(concluded).filteredOn(won -> won).hasSize(1);
        assertThat(ledger().after(0, 100)).hasSize(1);
    }

    @Test
    default void chargesAnAttemptOnceEvenWhenItsEndIsWrittenAgain() {
        Proposal.Buy buy = bought();
        Attempt succeeded = sentAndSucceeded(buy.production().attempts().getFirst());
        Charge charge = Progress.charge(buy, succeeded);
        productions().conclude(succeeded, charge, List.of());
        Attempt again = Progress.succeeded(succeeded);

        boolean concluded = productions().conclude(again, Progress.charge(buy, again), List.of());

        assertThat(concluded).isFalse();
        assertThat(ledger().after(0, 100)).extracting(LedgerEntry::line).containsExactly(charge);
    }

    @Test
    default void refusesToConcludeAnAttemptThatSomebodyElseMoved() {
        Proposal.Buy buy = bought();
        Attempt attempt = buy.production().attempts().getFirst();
        productions().advance(Progress.sending(attempt));
        Attempt stale = Progress.succeeded(attempt);

        boolean concluded =
                productions()
                        .conclude(stale, Progress.charge(buy, stale), Progress.pictures(stale));

        assertThat(concluded).isFalse();
        assertThat(ledger().after(0, 100)).isEmpty();
        assertThat(productions().find(buy.production().id()).orElseThrow().pictures()).isEmpty();
    }

    @Test
    default void runsOnWhileAnAttemptIsOpen() {
        Proposal.Buy buy = bought();
        Attempt succeeded = sentAndSucceeded(buy.production().attempts().getFirst());

        productions()
                .conclude(succeeded, Progress.charge(buy, succeeded), Progress.pictures(succeeded));

        assertThat(stage(buy)).isEqualTo(Stage.RUNNING);
    }

    @Test
    default void storesOnceEverythingIsBought() {
        Proposal.Buy buy = bought();

        Progress.deliver(productions(), buy);

        assertThat(stage(buy)).isEqualTo(Stage.STORING);
    }

    @Test
    default void settlesAnAwaitedPictureOnce() {
        Proposal.Buy buy = bought();
        Progress.deliver(productions(), buy);
        Picture awaited = picture(buy);
        Picture stored = Progress.stored(awaited);
        Picture lost = awaited.in(new PictureState.Lost(Progress.STORED, "its link died"));

        boolean first = productions().settle(stored);
        boolean second = productions().settle(lost);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(picture(buy)).isEqualTo(stored);
    }

    @Test
    default void keepsWhyAPictureIsLost() {
        Proposal.Buy buy = bought();
        Progress.deliver(productions(), buy);
        Picture lost = picture(buy).in(new PictureState.Lost(Progress.STORED, "its link died"));

        productions().settle(lost);

        assertThat(picture(buy)).isEqualTo(lost);
    }

    @Test
    default void awaitsAPictureThatLiesInTheSpool() {
        Proposal.Buy buy = bought();
        Attempt succeeded = sentAndSucceeded(buy.production().attempts().getFirst());
        Picture inSpool =
                Progress.pictures(succeeded).getFirst().in(new PictureState.Awaited(null));

        productions().conclude(succeeded, Progress.charge(buy, succeeded), List.of(inSpool));

        assertThat(picture(buy)).isEqualTo(inSpool);
    }

    @Test
    default void leavesAPictureOutWhosePlaceIsTaken() {
        Proposal.Buy buy = bought();
        Progress.deliver(productions(), buy);
        List<Picture> first = pictures(buy);
        Attempt late = added(Purchase.attempt(buy.production().id(), 3));
        Picture second = elsewhere(first.getFirst(), late);

        conclude(buy, late, List.of(second));

        assertThat(pictures(buy)).isEqualTo(first);
    }

    @Test
    default void givesThePlaceOfALostPictureAway() {
        Proposal.Buy buy = bought();
        Progress.deliver(productions(), buy);
        Picture lost = picture(buy).in(new PictureState.Lost(Progress.STORED, "its link died"));
        productions().settle(lost);
        Attempt late = added(Purchase.attempt(buy.production().id(), 3));
        Picture second = elsewhere(Progress.pictures(late).getFirst(), late, lost.index());

        conclude(buy, late, List.of(second));

        assertThat(picture(buy)).isEqualTo(second);
        assertThat(productions().settle(Progress.stored(lost))).isFalse();
        assertThat(productions().settle(Progress.stored(second))).isTrue();
    }

    @Test
    default void addsAttemptsToWhatGoesOn() {
        Proposal.Buy buy = bought();
        Attempt third = Purchase.attempt(buy.production().id(), 3);

        assertThat(plan(third)).isEqualTo(Planned.DONE);

        assertThat(attempts(buy.production().id())).hasSize(3).contains(third);
    }

    @Test
    default void addsNoAttemptToWhatIsDone() {
        Proposal.Buy buy = bought();
        ProductionId id = buy.production().id();
        Progress.finish(productions(), id);

        assertThat(plan(Purchase.attempt(id, 3))).isEqualTo(Planned.OUTDATED);

        assertThat(attempts(id)).hasSize(2);
    }

    @Test
    default void addsWhatAnOperatorOrderedToWhatIsDone() {
        Proposal.Buy buy = bought();
        ProductionId id = buy.production().id();
        Progress.finish(productions(), id);
        Attempt third = Purchase.attempt(id, 3).byOperator();

        assertThat(plan(third)).isEqualTo(Planned.DONE);

        assertThat(attempts(id)).contains(third);
    }

    @Test
    default void addsTheNextAttemptOnceHoweverManyWantTo() {
        ProductionId id = bought().production().id();

        List<Planned> planned = AtOnce.times(20, _ -> plan(Purchase.attempt(id, 3)));

        assertThat(planned).containsOnlyOnce(Planned.DONE).contains(Planned.OUTDATED);
        assertThat(attempts(id)).hasSize(3);
    }

    @Test
    default void addsNoAttemptWhoseNumberDoesNotFollow() {
        ProductionId id = bought().production().id();

        assertThat(plan(Purchase.attempt(id, 4))).isEqualTo(Planned.OUTDATED);

        assertThat(attempts(id)).hasSize(2);
    }

    private Planned plan(Attempt attempt) {
        return productions()
                .plan(
                        attempt.production(),
                        List.of(attempt),
                        Purchase.WHY,
                        Optional.empty(),
                        List.of());
    }

    private Attempt added(Attempt attempt) {
        assertThat(plan(attempt)).isEqualTo(Planned.DONE);
        return sentAndSucceeded(attempt);
    }

    private void conclude(Proposal.Buy buy, Attempt succeeded, List<Picture> pictures) {
        Charge charge = Progress.charge(buy, succeeded);
        assertThat(productions().conclude(succeeded, charge, pictures)).isTrue();
    }

    private static Picture elsewhere(Picture picture, Attempt attempt) {
        return elsewhere(picture, attempt, picture.index());
    }

    private static Picture elsewhere(Picture picture, Attempt attempt, int place) {
        return new Picture(
                attempt.production(),
                place,
                attempt.id(),
                attempt.provider(),
                new ObjectKey(
                        "pictures/%s/%d-%s".formatted(attempt.production(), place, attempt.id())),
                picture.seed(),
                picture.state());
    }

    private Proposal.Buy bought() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        return buy;
    }

    private Attempt sentAndSucceeded(Attempt attempt) {
        Attempt sending = Progress.sending(attempt);
        productions().advance(sending);
        return Progress.succeeded(sending);
    }

    private Stage stage(Proposal.Buy buy) {
        return productions().find(buy.production().id()).orElseThrow().stage();
    }

    private List<Attempt> attempts(ProductionId id) {
        return productions().find(id).orElseThrow().attempts();
    }

    private Picture picture(Proposal.Buy buy) {
        return pictures(buy).getFirst();
    }

    private List<Picture> pictures(Proposal.Buy buy) {
        return productions().find(buy.production().id()).orElseThrow().pictures();
    }
}
