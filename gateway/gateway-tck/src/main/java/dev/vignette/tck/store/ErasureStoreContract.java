package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.portrait.Style;
import dev.vignette.store.Acceptance;
import dev.vignette.store.Erasure;
import dev.vignette.store.Proposal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.ErasureStore} promises. */
public interface ErasureStoreContract extends StoresUnderTest {

    /** When erasures are asked for. */
    Instant ASKED = Progress.FINISHED.plusSeconds(60);

    @Test
    default void findsNoErasureWhereNoneWasAskedFor() {
        assertThat(erasures().find(new ErasureId("era_unknown"))).isEmpty();
        assertThat(erasures().of(new GenerationId("gen_unknown"))).isEmpty();
        assertThat(erasures().freed(new ErasureId("era_unknown"))).isEmpty();
    }

    @Test
    default void findsAnErasureByItsIdAndByItsGeneration() {
        Erasure erasure = erase(completed(Purchase.valid()));

        assertThat(erasures().find(erasure.id())).contains(erasure);
        assertThat(erasures().of(erasure.generation())).contains(erasure);
    }

    @Test
    default void answersASecondErasureWithTheFirst() {
        Proposal.Buy buy = completed(Purchase.valid());
        Erasure first = erase(buy);

        Erasure second = erase(buy);

        assertThat(second).isEqualTo(first);
        assertThat(erasures().pending(10)).containsExactly(first);
    }

    @Test
    default void blanksWhatTheCallerWroteAndKeepsTheRest() {
        Proposal.Buy buy = completed(Purchase.valid());

        erase(buy);

        Generation erased = generation(buy);
        GenerationRequest request = erased.request();
        assertThat(erased.state()).isEqualTo(new GenerationState.Erased(ASKED));
        assertThat(request.subject()).isNull();
        assertThat(request.metadata()).isEmpty();
        assertThat(request.portrait().style().prompt()).isNull();
        assertThat(request.portrait().style().negativePrompt()).isNull();
        assertThat(request.labels()).isEqualTo(buy.generation().request().labels());
        assertThat(request.portrait().count())
                .isEqualTo(buy.generation().request().portrait().count());
    }

    @Test
    default void endsAGenerationThatIsOpen() {
        Proposal.Buy buy = bought(Purchase.valid());

        erase(buy);

        assertThat(generation(buy).done()).isTrue();
        assertThat(Progress.finish(productions(), buy.production().id())).isEmpty();
    }

    @Test
    default void blanksTheProductionThatNobodyElseRefersTo() {
        Proposal.Buy buy = completed(Purchase.valid());

        erase(buy);

        Style style = production(buy).request().style();
        assertThat(style.prompt()).isNull();
        assertThat(style.negativePrompt()).isNull();
    }

    @Test
    default void leavesTheProductionAloneThatSomebodyElseRefersTo() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = bought(purchase);
        bought(purchase);
        Progress.complete(productions(), buyer, Progress.FINISHED);
        Production before = production(buyer);

        Erasure erasure = erase(buyer);

        assertThat(production(buyer)).isEqualTo(before);
        assertThat(productions().made(purchase.key(), Progress.FINISHED)).contains(before);
        assertThat(erasures().freed(erasure.id())).isEmpty();
    }

    @Test
    default void freesTheProductionWithTheLastThatReferredToIt() {
        Proposal.Buy buyer = completed(Purchase.valid());
        Generation hit = GenerationStoreContract.hit(buyer);
        generations().accept(new Proposal.Take(hit, null));
        Erasure first = erase(buyer);

        Erasure last = erasures().begin(erasure(hit.id()));

        assertThat(erasures().freed(last.id())).contains(production(buyer));
        assertThat(erasures().freed(first.id())).contains(production(buyer));
    }

    @Test
    default void servesNobodyFromAnErasedProduction() {
        Purchase purchase = Purchase.valid();

        erase(completed(purchase));

        assertThat(productions().made(purchase.key(), Instant.EPOCH)).isEmpty();
    }

    @Test
    default void letsNobodyJoinAnErasedProduction() {
        Purchase purchase = Purchase.valid();
        erase(bought(purchase));

        Acceptance acceptance = generations().accept(purchase.proposal());

        assertThat(acceptance).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    default void listsWhatIsNotDoneOldestFirst() {
        Erasure newer = erase(completed(Purchase.valid()));
        Proposal.Buy buy = completed(Purchase.valid());
        Erasure older =
                erasures()
                        .begin(
                                new Erasure(
                                        new ErasureId(Purchase.id(ErasureId.PREFIX)),
                                        "shop",
                                        buy.generation().id(),
                                        ASKED.minusSeconds(1),
                                        Map.of("store", false),
                                        null));
        Erasure done = erase(completed(Purchase.valid()));
        erasures().update(done(done), ASKED);

        assertThat(erasures().pending(10)).containsExactly(older, newer);
        assertThat(erasures().pending(1)).containsExactly(older);
        assertThat(erasures().find(done.id())).contains(done(done));
    }

    @Test
    default void notesThatThePicturesAreGoneOnceItIsDone() {
        Proposal.Buy buy = completed(Purchase.valid());
        Erasure erasure = erase(buy);

        erasures().update(done(erasure), ASKED);

        assertThat(production(buy).pictures())
                .isNotEmpty()
                .extracting(Picture::state)
                .containsOnly(new PictureState.Gone(ASKED));
    }

    @Test
    default void keepsThePicturesWhileItIsNotDone() {
        Proposal.Buy buy = completed(Purchase.valid());
        Erasure erasure = erase(buy);

        erasures().update(erasure, ASKED);

        assertThat(production(buy).pictures())
                .extracting(Picture::state)
                .hasOnlyElementsOfType(PictureState.Stored.class);
    }

    @Test
    default void keepsThePicturesThatSomebodyElseRefersTo() {
        Proposal.Buy buy = completed(Purchase.valid());
        generations().accept(new Proposal.Take(GenerationStoreContract.hit(buy), null));
        Erasure erasure = erase(buy);

        erasures().update(done(erasure), ASKED);

        assertThat(production(buy).pictures())
                .extracting(Picture::state)
                .hasOnlyElementsOfType(PictureState.Stored.class);
    }

    @Test
    default void leavesTheLedgerAlone() {
        Proposal.Buy buy = completed(Purchase.valid());
        var before = ledger().after(0, 10);
        Erasure erasure = erase(buy);

        erasures().update(done(erasure), ASKED);

        assertThat(ledger().after(0, 10)).isNotEmpty().isEqualTo(before);
    }

    private Proposal.Buy bought(Purchase purchase) {
        Proposal.Buy buy = purchase.proposal();
        generations().accept(buy);
        return buy;
    }

    private Proposal.Buy completed(Purchase purchase) {
        Proposal.Buy buy = bought(purchase);
        Progress.complete(productions(), buy, Progress.FINISHED);
        return buy;
    }

    private Erasure erase(Proposal.Buy buy) {
        return erasures().begin(erasure(buy.generation().id()));
    }

    private Generation generation(Proposal.Buy buy) {
        return generations().find(buy.generation().id()).orElseThrow();
    }

    private Production production(Proposal.Buy buy) {
        return productions().find(buy.production().id()).orElseThrow();
    }

    private static Erasure erasure(GenerationId generation) {
        return new Erasure(
                new ErasureId(Purchase.id(ErasureId.PREFIX)),
                "shop",
                generation,
                ASKED,
                Map.of("store", false, "photo", false),
                null);
    }

    private static Erasure done(Erasure erasure) {
        return new Erasure(
                erasure.id(),
                erasure.client(),
                erasure.generation(),
                erasure.requestedAt(),
                Map.of("store", true, "photo", true),
                ASKED);
    }
}
