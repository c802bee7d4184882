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
        Finish finish = Progress.succeeded(productions(), buy.production().id());

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
        Finish finish = Progress.succeeded(productions(), buyer.production().id());

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

        productions().finish(Progress.succeeded(productions(), buyer.production().id()));

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
                .finish(
                        Progress.finish(
                                productions(),
                                buyer.production().id(), Progress.FINISHED, canceled, false));

        assertThat(find(joined.generation().id()).saved()).isEmpty();
    }

    @Test
    default void leavesAGenerationAloneThatEndedBefore() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = bought(purchase);
        Proposal.Buy joined = bought(purchase);
        GenerationState canceled = new GenerationState.Canceled(Progress.ENDED);
        generations().end(joined.generation().id(), canceled);

        List<Generation> ended = productions().finish(Progress.succeeded(productions(), buyer.production().id())).orElseThrow();

        assertThat(ended).extracting(Generation::id).containsExactly(buyer.generation().id());
        assertThat(find(joined.generation().id()).state()).isEqualTo(canceled);
    }

    @Test
    default void doesNothingToAProductionThatIsDone() {
        Proposal.Buy buy = bought(Purchase.valid());
        productions().finish(Progress.succeeded(productions(), buy.production().id()));
        Production done = productions().find(buy.production().id()).orElseThrow();
        GenerationState canceled = new GenerationState.Canceled(Progress.FINISHED);

        List<Generation> ended =
                productions()
                        .finish(
                                Progress.finish(
                                productions(),
                                        done.id(), Purchase.AT.plusSeconds(99), canceled, false))
                        .orElseThrow();

        assertThat(ended).isEmpty();
        assertThat(productions().find(done.id())).contains(done);
    }

    @Test
    default void findsWhatCanBeJoinedUntilItIsDone() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buy = bought(purchase);

        Optional<ProductionId> before = productions().inFlight(purchase.key());
        productions().finish(Progress.succeeded(productions(), buy.production().id()));
        Optional<ProductionId> after = productions().inFlight(purchase.key());

        assertThat(before).contains(buy.production().id());
        assertThat(after).isEmpty();
    }

    @Test
    default void takesPicturesInThatComeAfterTheEnd() {
        Proposal.Buy buy = bought(Purchase.valid());
        productions().finish(Progress.succeeded(productions(), buy.production().id()));

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
                                productions(),
                                buy.production().id(),
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
        productions().finish(Progress.succeeded(productions(), buy.production().id()));

        assertThat(made(purchase, Instant.EPOCH)).isEmpty();
    }

    @Test
    default void findsNothingMadeWithoutPictures() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buy = bought(purchase);
        productions().finish(Progress.succeeded(productions(), buy.production().id()));

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
