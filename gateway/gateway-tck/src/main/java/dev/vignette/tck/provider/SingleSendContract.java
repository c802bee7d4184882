package dev.vignette.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.tck.SettableClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One submission is one POST, however the exchange ends: no client, pool or redirect below the
 * adapter may send an order again. Run against a bare socket that counts.
 */
public interface SingleSendContract extends VendorUnderTest {
    /** How often a pooled connection is tried for. */
    int MOST_TRIALS = 20;

    @ParameterizedTest
    @EnumSource(Ending.class)
    default void sendsAnOrderOnceOnAFreshConnection(Ending ending) {
        try (CountingServer server = CountingServer.start(this, ending)) {
            ImageProvider adapter = open(server.address(), SettableClock.at(NOW));

            Submission submission = adapter.submit(order());

            assertOutcome(ending, submission);
            adapter.check(TaskHandle.of("1234567890"));
            assertThat(server.orders()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    default void sendsAnOrderOnceOnAPooledConnection(Ending ending) {
        boolean pooled = false;

        for (int trial = 0; trial < MOST_TRIALS && !pooled; trial++) {
            pooled = sendsOnceAfterAnotherCall(ending);
        }

        assertThat(pooled).as("an order went over a connection that was used before").isTrue();
    }

    /**
     * Whether the order met a used connection: a pool may get one back a moment after its answer.
     */
    private boolean sendsOnceAfterAnotherCall(Ending ending) {
        try (CountingServer server = CountingServer.start(this, ending)) {
            ImageProvider adapter = open(server.address(), SettableClock.at(NOW));
            adapter.check(TaskHandle.of("1234567890"));

            Submission submission = adapter.submit(order());

            assertOutcome(ending, submission);
            adapter.check(TaskHandle.of("1234567890"));
            assertThat(server.orders()).isEqualTo(1);
            return server.ordersOnUsedConnections() == 1;
        }
    }

    private static void assertOutcome(Ending ending, Submission submission) {
        switch (ending) {
            case CLOSED_AFTER_THE_ANSWER ->
                    assertThat(submission)
                            .isInstanceOfAny(Submission.Accepted.class, Submission.Finished.class);
            case THROTTLED_429 ->
                    assertThat(submission)
                            .isInstanceOfSatisfying(
                                    Submission.Refused.class,
                                    refused ->
                                            assertThat(refused.failure().kind())
                                                    .isEqualTo(FailureKind.THROTTLED));
            case CLOSED_BEFORE_THE_ANSWER,
                    RESET_BEFORE_THE_ANSWER,
                    CLOSED_WITHIN_THE_HEAD,
                    CLOSED_WITHIN_THE_BODY,
                    NO_HTTP,
                    REDIRECT_307,
                    TIMEOUT_408,
                    UNAVAILABLE_503 ->
                    assertThat(submission).isInstanceOf(Submission.Unknown.class);
        }
    }
}
