package dev.vignette.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.Cancels;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Progress;
import dev.vignette.provider.TaskHandle;
import org.junit.jupiter.api.Test;

/** How an order may end, whether on submission or on a check. */
public interface EndContract extends VendorUnderTest {

    @Test
    default void readsPastMembersNobodyKnows() {
        replaying(
                Scenario.UNKNOWN_FIELDS,
                replay -> {
                    Journey journey = Journey.of(replay.adapter(), order());

                    assertThat(journey.delivery())
                            .hasValueSatisfying(delivery ->
                                    assertThat(delivery.assets()).hasSize(order().count()));
                });
    }

    @Test
    default void deliversTheFewerPicturesThatCame() {
        replaying(
                Scenario.FEWER_PICTURES,
                replay -> {
                    Journey journey = Journey.of(replay.adapter(), order());

                    assertThat(journey.delivery())
                            .hasValueSatisfying(delivery ->
                                    assertThat(delivery.assets()).hasSizeLessThan(order().count()));
                });
    }

    @Test
    default void calledFinishedWithoutAPictureIsAMalformedAnswer() {
        replaying(
                Scenario.NO_PICTURES, replay -> assertFails(replay, FailureKind.MALFORMED_ANSWER));
    }

    @Test
    default void saysThatTheContentWasRefused() {
        replaying(
                Scenario.CONTENT_REFUSED,
                replay -> assertFails(replay, FailureKind.CONTENT_REFUSED));
    }

    @Test
    default void saysThatTheJobFailed() {
        replaying(Scenario.FAILED, replay -> assertFails(replay, FailureKind.FAILED));
    }

    @Test
    default void saysThatTheJobWasStoppedAtItsDeadline() {
        replaying(
                Scenario.STOPPED_AT_ITS_DEADLINE,
                replay -> assertFails(replay, FailureKind.DEADLINE));
    }

    @Test
    default void saysThatThereIsNoSuchJob() {
        replaying(Scenario.LOST, replay -> assertFails(replay, FailureKind.LOST));
    }

    @Test
    default void saysThatThePicturesAreGone() {
        replaying(Scenario.OUTPUT_REMOVED, replay -> assertFails(replay, FailureKind.LOST));
    }

    @Test
    default void aCanceledJobIsFoundCanceled() {
        replaying(
                Scenario.CANCELED,
                replay -> {
                    ImageProvider adapter = replay.adapter();
                    TaskHandle task = replay.taken(adapter);

                    ((Cancels) adapter).cancel(task);

                    assertThat(adapter.check(task))
                            .isInstanceOfSatisfying(
                                    Progress.Ended.class,
                                    ended ->
                                            assertThat(ended.failure().kind())
                                                    .isEqualTo(FailureKind.CANCELED));
                });
    }

    @Test
    default void aCancelThatFailsLeavesTheTruthToTheCheck() {
        replaying(
                Scenario.CANCEL_FAILS,
                replay -> {
                    ImageProvider adapter = replay.adapter();
                    TaskHandle task = replay.taken(adapter);

                    ((Cancels) adapter).cancel(task);

                    assertThat(adapter.check(task)).isInstanceOf(Progress.Finished.class);
                });
    }

    private void assertFails(Replay replay, FailureKind kind) {
        Journey journey = Journey.of(replay.adapter(), order());

        assertThat(journey.failure())
                .hasValueSatisfying(failure -> {
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure.detail()).isNotBlank();
                });
        assertThat(replay.orders()).isEqualTo(1);
    }
}
