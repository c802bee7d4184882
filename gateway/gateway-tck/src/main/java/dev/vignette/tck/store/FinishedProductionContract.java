package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.store.Finish;
import dev.vignette.store.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link dev.vignette.store.ProductionStore} promises of the end and of what comes
 * after.
 */
public interface FinishedProductionContract extends StoresUnderTest {

    @Test
    default void finishesAProductionAsItIsTold() {
        Proposal.Buy buy = bought(Purchase.valid());
        Finish finish = Progress.succeeded(buy.production());

        productions().finish(finish);

        Production production = productions().find(buy.production().id()).orElseThrow();
        assertThat(production.stage()).isEqualTo(Stage.DONE);
        assertThat(production.finished()).contains(Progress.FINISHED);
        assertThat(production.remembered()).isTrue();
        assertThat(production.fit()).isEqualTo(finish.fit());
    }

    @Test
    default void endsEveryOpenGenerationOfAProduction() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = bought(purchase);
        Proposal.Buy joined = bought(purchase);
        Finish finish = Progress.succeeded(buyer.production());

        List<Generation> ended = productions().finish(finish).orElseThrow();

        assertThat(ended)
                .extracting(Generation::id)
                .containsExactlyInAnyOrder(buyer.generation().id(), joined.generation().id());
        assertThat(ended).extracting(Generation::state).containsOnly(finish.outcome());
        assertThat(ended).allSatisfy(end -> assertThat(find(end.id())).isEqualTo(end));
    }

    @Test
    default void notesWhatJoiningSavedOnlyWhereSomebodyJoined() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = bought(purchase);
        Proposal.Buy joined = bought(purchase);

        Progress.finish(productions(), buyer.production().id());

        assertThat(find(joined.generation().id()).saved()).contains(Progress.AVOIDED);
        assertThat(find(buyer.generation().id()).saved()).isEmpty();
    }

    @Test
    default void notesNoSavingWhenNothingCameOfIt() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = bought(purchase);
        Proposal.Buy joined = bought(purchase);
        GenerationState canceled = new GenerationState.Canceled(Progress.FINISHED);

        productions()
                .finish(Progress.finish(buyer.production(), Progress.FINISHED, canceled, false));

        assertThat(find(joined.generation().id()).saved()).isEmpty();
    }

    @Test
    default void leavesAGenerationAloneThatEndedBefore() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = bought(purchase);
        Proposal.Buy joined = bought(purchase);
        GenerationState canceled = new GenerationState.Canceled(Progress.ENDED);
        generations().end(joined.generation().id(), canceled);

        List<Generation> ended = Progress.finish(productions(), buyer.production().id());

        assertThat(ended).extracting(Generation::id).containsExactly(buyer.generation().id());
        assertThat(find(joined.generation().id()).state()).isEqualTo(canceled);
    }

    @Test
    default void doesNothingToAProductionThatIsDone() {
        Proposal.Buy buy = bought(Purchase.valid());
        Progress.finish(productions(), buy.production().id());
        Production done = productions().find(buy.production().id()).orElseThrow();
        GenerationState canceled = new GenerationState.Canceled(Progress.FINISHED);

        Optional<List<Generation>> ended =
                productions()
                        .finish(
                                Progress.finish(
                                        done, Purchase.AT.plusSeconds(99), canceled, false));

        assertThat(ended).contains(List.of());
        assertThat(productions().find(done.id())).contains(done);
    }

    @Test
    default void finishesNothingThatHasMovedOnSinceItWasSeen() {
        Proposal.Buy buy = bought(Purchase.valid());
        productions().advance(Progress.sending(buy.production().attempts().getFirst()));

        Optional<List<Generation>> ended =
                productions().finish(Progress.succeeded(buy.production()));

        assertThat(ended).isEmpty();
        assertThat(productions().find(buy.production().id()).orElseThrow().stage())
                .isEqualTo(Stage.RUNNING);
        assertThat(find(buy.generation().id()).state()).isEqualTo(new GenerationState.Open());
    }

    @Test
    default void finishesNothingThatGotOneMoreAttemptSinceItWasSeen() {
        Proposal.Buy buy = bought(Purchase.valid());
        ProductionId id = buy.production().id();
        productions()
                .plan(
                        id,
                        List.of(Purchase.attempt(id, 3)),
                        Purchase.WHY,
                        Optional.empty(),
                        List.of());

        assertThat(productions().finish(Progress.succeeded(buy.production()))).isEmpty();
    }

    @Test
    default void servesLaterRequestsOnceTheLastOrderedPictureIsThere() {
        Purchase purchase = Purchase.valid().remembered();
        Proposal.Buy buy = bought(purchase);
        Progress.deliver(productions(), buy);
        List<Picture> pictures = pictures(buy);
        finishWithoutRemembering(buy);

        pictures.stream().skip(1).map(Progress::stored).forEach(productions()::settle);
        assertThat(made(purchase, Instant.EPOCH)).isEmpty();
        productions().settle(Progress.stored(pictures.getFirst()));

        assertThat(made(purchase, Instant.EPOCH)).isPresent();
    }

    @Test
    default void servesNobodyWithPicturesThatNobodyWantedToKeep() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buy = bought(purchase);
        Progress.deliver(productions(), buy);
        finishWithoutRemembering(buy);

        pictures(buy).forEach(picture -> productions().settle(Progress.stored(picture)));

        assertThat(made(purchase, Instant.EPOCH)).isEmpty();
    }

    @Test
    default void servesNobodyWithPicturesThatComeAfterAnErasure() {
        Purchase purchase = Purchase.valid().remembered();
        Proposal.Buy buy = bought(purchase);
        Progress.deliver(productions(), buy);
        List<Picture> pictures = pictures(buy);
        finishWithoutRemembering(buy);
        erasures().begin(Progress.erasure(buy.generation()));

        pictures.forEach(picture -> productions().settle(Progress.stored(picture)));

        assertThat(made(purchase, Instant.EPOCH)).isEmpty();
    }

    private void finishWithoutRemembering(Proposal.Buy buy) {
        Production seen = productions().find(buy.production().id()).orElseThrow();
        GenerationState failed = new GenerationState.Canceled(Progress.FINISHED);
        productions().finish(Progress.finish(seen, Progress.FINISHED, failed, false));
    }

    @Test
    default void findsWhatCanBeJoinedUntilItIsDone() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buy = bought(purchase);

        Optional<ProductionId> before = productions().inFlight(purchase.key());
        Progress.finish(productions(), buy.production().id());
        Optional<ProductionId> after = productions().inFlight(purchase.key());

        assertThat(before).contains(buy.production().id());
        assertThat(after).isEmpty();
    }

    @Test
    default void takesPicturesInThatComeAfterTheEnd() {
        Proposal.Buy buy = bought(Purchase.valid());
        Progress.finish(productions(), buy.production().id());

        Progress.deliver(productions(), buy);

        Production late = productions().find(buy.production().id()).orElseThrow();
        assertThat(late.stage()).isEqualTo(Stage.DONE);
        assertThat(late.pictures()).hasSize(4);
        assertThat(late.attempts()).allSatisfy(end -> assertThat(end.cost()).isPresent());
    }

    @Test
    default void findsTheNewestThatWasMadeOfAKey() {
        Purchase purchase = Purchase.valid();
        completed(purchase, Progress.FINISHED);
        Proposal.Buy newer = completed(purchase, Progress.FINISHED.plusSeconds(1));
        completed(Purchase.valid(), Progress.FINISHED.plusSeconds(2));

        assertThat(made(purchase, Progress.FINISHED))
                .map(Production::id)
                .contains(newer.production().id());
    }

    @Test
    default void findsWhatWasMadeAtThatVeryMomentAndNothingOlder() {
        Purchase purchase = Purchase.valid();
        completed(purchase, Progress.FINISHED);

        assertThat(made(purchase, Progress.FINISHED)).isPresent();
        assertThat(made(purchase, Progress.FINISHED.plusNanos(1))).isEmpty();
    }

    @Test
    default void findsNothingMadeWhileItGoesOn() {
        Purchase purchase = Purchase.valid();
        bought(purchase);

        assertThat(made(purchase, Instant.EPOCH)).isEmpty();
    }

    @Test
    default void findsNothingMadeThatIsNotRemembered() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buy = bought(purchase);
        Progress.deliver(productions(), buy);
        pictures(buy).forEach(picture -> productions().settle(Progress.stored(picture)));
        productions()
                .finish(
                        Progress.finish(
                                productions().find(buy.production().id()).orElseThrow(),
                                Progress.FINISHED,
                                new GenerationState.Succeeded(Progress.FINISHED),
                                false));

        assertThat(made(purchase, Instant.EPOCH)).isEmpty();
    }

    @Test
    default void findsNothingMadeOfWhichAPictureIsMissing() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buy = bought(purchase);
        Progress.deliver(productions(), buy);
        List<Picture> pictures = pictures(buy);
        productions()
                .settle(
                        pictures.getFirst()
                                .in(new PictureState.Lost(Progress.STORED, "its link died")));
        pictures.stream().skip(1).map(Progress::stored).forEach(productions()::settle);
        Progress.finish(productions(), buy.production().id());

        assertThat(made(purchase, Instant.EPOCH)).isEmpty();
    }

    @Test
    default void findsNothingMadeWithoutPictures() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buy = bought(purchase);
        Progress.finish(productions(), buy.production().id());

        assertThat(made(purchase, Instant.EPOCH)).isEmpty();
    }

    private Proposal.Buy bought(Purchase purchase) {
        Proposal.Buy buy = purchase.proposal();
        generations().accept(buy);
        return buy;
    }

    private Proposal.Buy completed(Purchase purchase, Instant at) {
        Proposal.Buy buy = bought(purchase);
        Progress.complete(productions(), buy, at);
        return buy;
    }

    private Optional<Production> made(Purchase purchase, Instant notBefore) {
        return productions().made(purchase.key(), notBefore);
    }

    private Generation find(GenerationId id) {
        return generations().find(id).orElseThrow();
    }

    private List<Picture> pictures(Proposal.Buy buy) {
        return productions().find(buy.production().id()).orElseThrow().pictures();
    }
}
