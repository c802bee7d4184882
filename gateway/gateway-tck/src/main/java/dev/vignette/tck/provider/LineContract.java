package dev.vignette.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Progress;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.tck.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** What a line that breaks, is silent or is not there means for an order. */
public interface LineContract extends VendorUnderTest {

    @Test
    default void doesNotKnowTheOutcomeWhenTheLineBreaksAfterSending() {
        replaying(
                Scenario.CUT_AFTER_SENDING,
                replay -> {
                    Submission submission = replay.adapter().submit(order());

                    assertThat(submission).isInstanceOf(Submission.Unknown.class);
                    assertThat(replay.orders()).isEqualTo(1);
                });
    }

    @Test
    default void doesNotKnowTheOutcomeWhenNoAnswerComesInTime() {
        replaying(
                Scenario.NO_ANSWER_IN_TIME,
                replay -> {
                    Submission submission = replay.impatientAdapter().submit(order());

                    assertThat(submission).isInstanceOf(Submission.Unknown.class);
                    assertThat(replay.orders()).isEqualTo(1);
                });
    }

    @Test
    default void doesNotKnowTheOutcomeWhenItsThreadIsInterrupted() {
        replaying(
                Scenario.NO_ANSWER_IN_TIME,
                replay -> {
                    ImageProvider adapter = replay.adapter();
                    FutureTask<Submission> submission =
                            new FutureTask<>(() -> adapter.submit(order()));
                    Thread thread = Thread.ofVirtual().start(submission);
                    Awaited.that(() -> replay.orders() == 1);

                    thread.interrupt();

                    assertThat(submission)
                            .succeedsWithin(Duration.ofSeconds(2))
                            .isInstanceOf(Submission.Unknown.class);
                });
    }

    @Test
    default void knowsThatNothingWasSentWhenNobodyListens() {
        Submission submission = open(nobodyListens(), SettableClock.at(NOW)).submit(order());

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.NotSent.class,
                        notSent ->
                                assertThat(notSent.failure().kind())
                                        .isEqualTo(FailureKind.UNAVAILABLE));
    }

    @Test
    default void knowsThatNothingWasSentWhenTheNameIsUnknown() {
        URI nowhere = URI.create("http://no-such-host.invalid");

        Submission submission = open(nowhere, SettableClock.at(NOW)).submit(order());

        assertThat(submission).isInstanceOf(Submission.NotSent.class);
    }

    @Test
    default void aLookAtNobodyIsAFailedLook() {
        Progress progress =
                open(nobodyListens(), SettableClock.at(NOW)).check(TaskHandle.of("1234567890"));

        assertThat(progress)
                .isInstanceOfSatisfying(
                        Progress.Unreadable.class,
                        unreadable -> assertThat(unreadable.checkAfter()).isPositive());
    }

    private static URI nobodyListens() {
        try (ServerSocket freed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + freed.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
