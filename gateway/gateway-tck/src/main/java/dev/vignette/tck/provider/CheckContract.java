package dev.vignette.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Progress;
import dev.vignette.provider.TaskHandle;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a look at a job finds. */
public interface CheckContract extends VendorUnderTest {

    @Test
    default void findsAJobWorkingAndThenFinished() {
        replaying(
                Scenario.FINISHES_AFTER_TWO_CHECKS,
                replay -> {
                    ImageProvider adapter = replay.adapter();
                    TaskHandle task = replay.taken(adapter);

                    assertThat(adapter.check(task))
                            .isInstanceOfSatisfying(
                                    Progress.Working.class,
                                    working -> assertThat(working.checkAfter()).isPositive());
                    assertFinished(adapter.check(task));
                });
    }

    @Test
    default void findsTheSameEndOnEveryLaterLook() {
        replaying(
                Scenario.FINISHES_AFTER_TWO_CHECKS,
                replay -> {
                    ImageProvider adapter = replay.adapter();
                    TaskHandle task = replay.taken(adapter);
                    adapter.check(task);
                    Progress first = adapter.check(task);

                    Progress second = adapter.check(task);

                    assertThat(second).isEqualTo(first);
                });
    }

    @Test
    default void aSecondInstanceContinuesAHandle() {
        replaying(
                Scenario.FINISHES_AFTER_TWO_CHECKS,
                replay -> {
                    TaskHandle task = replay.taken(replay.adapter());
                    TaskHandle stored = new TaskHandle(task.providerId(), task.token());
                    replay.adapter().check(stored);

                    Progress progress = replay.adapter().check(stored);

                    assertFinished(progress);
                    assertThat(replay.orders()).isEqualTo(1);
                });
    }

    @Test
    default void aThrottledLookWaitsAsLongAsAsked() {
        replaying(
                Scenario.THROTTLED_ON_CHECK,
                replay -> {
                    ImageProvider adapter = replay.adapter();
                    TaskHandle task = replay.taken(adapter);

                    Progress progress = adapter.check(task);

                    Progress.Unreadable unreadable =
                            assertUnreadable(progress, FailureKind.THROTTLED);
                    assertThat(unreadable.checkAfter())
                            .isGreaterThanOrEqualTo(Duration.ofSeconds(7));
                });
    }

    @Test
    default void aServerErrorIsAFailedLookNotAFailedJob() {
        replaying(
                Scenario.SERVER_DOWN_ON_CHECK,
                replay -> assertFailedLookThenFinished(replay, FailureKind.UNAVAILABLE));
    }

    @Test
    default void halfAJsonIsAFailedLookNotAFailedJob() {
        replaying(
                Scenario.BROKEN_JSON_ON_CHECK,
                replay -> assertFailedLookThenFinished(replay, FailureKind.MALFORMED_ANSWER));
    }

    @Test
    default void aPageOfHtmlIsAFailedLookNotAFailedJob() {
        replaying(
                Scenario.HTML_ON_CHECK,
                replay -> assertFailedLookThenFinished(replay, FailureKind.MALFORMED_ANSWER));
    }

    @Test
    default void aBrokenLineIsAFailedLookNotAFailedJob() {
        replaying(
                Scenario.CUT_ON_CHECK,
                replay -> assertFailedLookThenFinished(replay, FailureKind.UNAVAILABLE));
    }

    @Test
    default void aStateNobodyKnowsIsStillWorking() {
        replaying(
                Scenario.UNKNOWN_STATE,
                replay -> {
                    ImageProvider adapter = replay.adapter();
                    TaskHandle task = replay.taken(adapter);

                    assertThat(adapter.check(task)).isInstanceOf(Progress.Working.class);
                    assertFinished(adapter.check(task));
                });
    }

    private static void assertFailedLookThenFinished(Replay replay, FailureKind kind) {
        ImageProvider adapter = replay.adapter();
        TaskHandle task = replay.taken(adapter);

        Progress.Unreadable unreadable = assertUnreadable(adapter.check(task), kind);

        assertThat(unreadable.checkAfter()).isPositive();
        assertFinished(adapter.check(task));
    }

    private static Progress.Unreadable assertUnreadable(Progress progress, FailureKind kind) {
        assertThat(progress).isInstanceOf(Progress.Unreadable.class);
        Progress.Unreadable unreadable = (Progress.Unreadable) progress;
        assertThat(unreadable.failure().kind()).isEqualTo(kind);
        return unreadable;
    }

    private static void assertFinished(Progress progress) {
        assertThat(progress).isInstanceOf(Progress.Finished.class);
    }
}
