package dev.vignette.modelslab;

import static dev.vignette.modelslab.Answers.http;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.tck.SettableClock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitReadingTest {
    private static final String LINK = "['https://pub-1.r2.dev/a.png']";

    private final SubmitReading reading =
            new SubmitReading(
                    new Pictures(SettableClock.at("2026-03-01T10:00:00Z")),
                    new Pace(RandomGenerator.getDefault()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | prompt is required                                 | INVALID_INPUT
                    200 | prompt is required                                 | INVALID_INPUT
                    401 | Invalid API key                                    | CREDENTIALS
                    200 | Invalid Api Key                                    | CREDENTIALS
                    402 | Insufficient credits.                              | OUT_OF_CREDIT
                    200 | Your monthly limit exceeded                        | OUT_OF_CREDIT
                    403 | This feature requires a premium subscription       | CREDENTIALS
                    400 | Model not found: x                                 | UNSUPPORTED
                    200 | Rate limit exceeded                                | THROTTLED
                    429 | Rate limit exceeded.                               | THROTTLED
                    429 | Slow down                                          | THROTTLED
                    200 | Failed, Try Again                                  | UNAVAILABLE
                    200 | Model is loading                                   | UNAVAILABLE
                    200 | NSFW content detected                              | CONTENT_REFUSED
                    200 | Out of memory                                      | FAILED
                    """)
    void refusesByTheTextFirstAndByTheStatusThen(int status, String text, FailureKind expected) {
        Submission submission = read(status, "{'status': 'error', 'message': '" + text + "'}");

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.failure().kind()).isEqualTo(expected));
    }

    @Test
    void passesOnTheWaitThatTheBodyAsksFor() {
        Submission submission =
                read(429, "{'status': 'error', 'message': 'Rate limit', 'retry_after': 30}");

        assertThat(((Submission.Refused) submission).failure().retryAfter())
                .contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    500 | {'status': 'error', 'message': 'Internal server error. Please try again.'}
                    503 | {'status': 'error', 'message': 'Rate limit'}
                    200 | {'status': 'error', 'message': 'Internal server error. Please try again.'}
                    502 | <html>
                    200 | <html>
                    200 | {'status': 'success', 'id': 3
                    200 | []
                    200 | {}
                    307 | {}
                    408 | {}
                    200 | {'status': 'processing', 'output': []}
                    200 | {'status': 'success', 'output': []}
                    """)
    void doesNotKnowWhatCannotBeRead(int status, String body) {
        assertThat(read(status, body)).isInstanceOf(Submission.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 500})
    void believesTheBodyBeforeTheStatus(int status) {
        Submission submission =
                read(status, "{'status': 'success', 'id': 32, 'output': " + LINK + "}");

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Finished.class,
                        finished -> assertThat(finished.task().providerId()).isEqualTo("32"));
    }

    @Test
    void namesAFinishedJobWithoutAnIdByItsTrackId() {
        Submission submission = read(200, "{'status': 'success', 'output': " + LINK + "}");

        assertThat(((Submission.Finished) submission).task()).isEqualTo(TaskHandle.of("123456"));
    }

    @Test
    void looksAgainAtASuccessWithoutAPicture() {
        Submission submission = read(200, "{'status': 'success', 'id': 32, 'output': ''}");

        assertThat(submission).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void takesAStatusNobodyKnowsForNotFinished() {
        Submission submission = read(200, "{'status': 'baking', 'id': 32}");

        assertThat(submission).isInstanceOf(Submission.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"401, CREDENTIALS", "402, OUT_OF_CREDIT", "422, INVALID_INPUT", "429, THROTTLED"})
    void goesByTheHttpStatusWhereTheBodysOwnSaysNothing(int status, FailureKind expected) {
        Submission submission = read(status, "{'status': " + status + ", 'message': 'No'}");

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.failure().kind()).isEqualTo(expected));
    }

    @Test
    void looksFirstAfterTheExpectedTime() {
        Submission submission = read(200, "{'status': 'Processing', 'id': 'a-1', 'eta': 4}");

        Submission.Accepted accepted = (Submission.Accepted) submission;
        assertThat(accepted.checkAfter()).isEqualTo(Duration.ofSeconds(4));
        assertThat(accepted.task().providerId()).isEqualTo("a-1");
    }

    @Test
    void saysThatAJobWithAnIdHasFailed() {
        Submission submission =
                read(200, "{'status': 'failed', 'id': 7, 'message': 'Out of memory'}");

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Ended.class,
                        ended -> assertThat(ended.failure().kind()).isEqualTo(FailureKind.FAILED));
    }

    @Test
    void refusesAFlaggedPictureUnderSuccess() {
        Submission submission =
                read(
                        200,
                        "{'status': 'success', 'id': 7, 'nsfw_content_detected': true, 'output': "
                                + LINK
                                + "}");

        assertThat(((Submission.Ended) submission).failure().kind())
                .isEqualTo(FailureKind.CONTENT_REFUSED);
    }

    private Submission read(int status, String body) {
        return reading.read(http(status, body), "123456");
    }
}
