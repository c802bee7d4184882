package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.objects.ObjectKey;
import dev.vignette.store.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.RetentionStore} promises. */
public interface RetentionStoreContract extends StoresUnderTest {

    /** Just after productions are finished. */
    Instant LATER = Progress.FINISHED.plusNanos(1);

    @Test
    default void listsFinishedProductionsUntilTheirPhotoIsDeleted() {
        Proposal.Buy kept = completed();
        Proposal.Buy deleted = completed();

        retention().photoDeleted(deleted.production().id());

        assertThat(retention().withPhotos(LATER, 10))
                .extracting(Production::id)
                .containsExactly(kept.production().id());
    }

    @Test
    default void listsOnlyWhatWasFinishedBeforeThatMoment() {
        completed();

        assertThat(retention().withPhotos(Progress.FINISHED, 10)).isEmpty();
        assertThat(retention().withPictures(Progress.FINISHED, 10)).isEmpty();
        assertThat(retention().withPhotos(LATER, 10)).hasSize(1);
        assertThat(retention().withPictures(LATER, 10)).hasSize(1);
    }

    @Test
    default void listsNoMoreThanItIsAskedFor() {
        completed();
        completed();

        assertThat(retention().withPhotos(LATER, 1)).hasSize(1);
        assertThat(retention().withPictures(LATER, 1)).hasSize(1);
    }

    @Test
    default void leavesAloneWhatGoesOn() {
        bought();

        assertThat(retention().withPhotos(LATER, 10)).isEmpty();
        assertThat(retention().withPictures(LATER, 10)).isEmpty();
    }

    @Test
    default void leavesAloneWhatIsDoneWhileSomethingPaidIsUnderWay() {
        Proposal.Buy buy = bought();
        Progress.deliver(productions(), buy);
        List<Picture> pictures = pictures(buy);
        productions().settle(Progress.stored(pictures.getFirst()));
        Progress.finish(productions(), buy.production().id());

        assertThat(retention().withPhotos(LATER, 10)).isEmpty();
        assertThat(retention().withPictures(LATER, 10)).isEmpty();
    }

    @Test
    default void listsProductionsUntilTheirPicturesAreDeleted() {
        Proposal.Buy kept = completed();
        Proposal.Buy deleted = completed();

        retention().picturesDeleted(deleted.production().id(), LATER);

        assertThat(retention().withPictures(LATER, 10))
                .extracting(Production::id)
                .containsExactly(kept.production().id());
        assertThat(pictures(deleted))
                .extracting(Picture::state)
                .containsOnly(new PictureState.Gone(LATER));
    }

    @Test
    default void servesNobodyFromDeletedPictures() {
        Proposal.Buy buy = completed();

        retention().picturesDeleted(buy.production().id(), LATER);

        assertThat(productions().made(buy.production().key(), Instant.EPOCH)).isEmpty();
    }

    @Test
    default void forgetsKeysUsedBeforeThatMoment() {
        Instant first = clock().instant();
        generations().accept(Purchase.valid().claiming("old", "content").proposal());
        clock().advance(Duration.ofHours(1));
        generations().accept(Purchase.valid().claiming("new", "content").proposal());

        retention().forgetKeys(first.plusNanos(1));

        assertThat(generations().claimed("shop", "old")).isEmpty();
        assertThat(generations().claimed("shop", "new")).isPresent();
    }

    @Test
    default void knowsThePicturesThatAreStoredOrAwaitedAndNoneThatIsDeleted() {
        Proposal.Buy gone = completed();
        retention().picturesDeleted(gone.production().id(), LATER);
        Proposal.Buy awaited = bought();
        Progress.deliver(productions(), awaited);
        Proposal.Buy stored = completed();
        Set<ObjectKey> wanted = new HashSet<>(keys(awaited));
        wanted.addAll(keys(stored));
        Set<ObjectKey> keys = new HashSet<>(wanted);
        keys.addAll(keys(gone));

        assertThat(retention().known(keys)).isEqualTo(wanted);
        assertThat(retention().awaited(keys)).isEqualTo(keys(awaited));
    }

    @Test
    default void knowsNoPictureThatWasNeverDelivered() {
        completed();
        List<ObjectKey> strangers = List.of(new ObjectKey("pictures/nobody"));

        assertThat(retention().known(strangers)).isEmpty();
        assertThat(retention().awaited(strangers)).isEmpty();
        assertThat(retention().known(List.of())).isEmpty();
    }

    @Test
    default void awaitsNoPictureThatIsStored() {
        Proposal.Buy stored = completed();

        assertThat(retention().awaited(keys(stored))).isEmpty();
    }

    @Test
    default void tellsOfNoOtherPicturesThanItIsAskedAbout() {
        Proposal.Buy asked = completed();
        completed();
        Set<ObjectKey> many = new HashSet<>(keys(asked));
        IntStream.range(0, 1000 - many.size())
                .forEach(i -> many.add(new ObjectKey("pictures/nobody-" + i)));

        assertThat(retention().known(many)).isEqualTo(keys(asked));
    }

    private Set<ObjectKey> keys(Proposal.Buy buy) {
        return pictures(buy).stream().map(Picture::key).collect(Collectors.toSet());
    }

    private Proposal.Buy bought() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        return buy;
    }

    private Proposal.Buy completed() {
        Proposal.Buy buy = bought();
        Progress.complete(productions(), buy, Progress.FINISHED);
        return buy;
    }

    private List<Picture> pictures(Proposal.Buy buy) {
        return productions().find(buy.production().id()).orElseThrow().pictures();
    }
}
