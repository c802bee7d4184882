package dev.vignette.modelslab;

import static dev.vignette.modelslab.Answers.http;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.tck.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchReadingTest {
    private static final Job JOB = new Job("33", Optional.of(Duration.ofSeconds(20)));

    private final FetchReading reading =
            new FetchReading(
                    new Pictures(SettableClock.at("2026-03-01T10:00:00Z")),
                    new Pace(RandomGenerator.getDefault()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'status': 'processing', 'output': ''}
                    {'status': 'baking'}
                    {'status': 'failed', 'id': '', 'message': 'Failed, Try Again', 'output': ''}
                    {'status': 'error', 'message': 'The model is loading'}
                    {}
                    """)
    void goesOnWhileNothingIsDecided(String body) {
        assertThat(read(200, body)).isInstanceOf(Progress.Working.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | {'status': 'error', 'message': 'Rate limit exceeded'}   | THROTTLED
                    200 | {'status': 'error', 'message': 'Queue is full'}         | THROTTLED
                    429 | <html>                                                  | THROTTLED
                    401 | {'status': 'error', 'message': 'Invalid API key'}       | CREDENTIALS
                    200 | {'status': 'error', 'message': 'Invalid API key'}       | CREDENTIALS
                    403 | {'status': 'error', 'message': 'No'}                    | CREDENTIALS
                    402 | {'status': 'error', 'message': 'Insufficient credits'}  | OUT_OF_CREDIT
                    500 | {'status': 'error', 'message': 'Internal server error'} | UNAVAILABLE
                    503 | <html>                                                  | UNAVAILABLE
                    200 | <html>                                                  | MALFORMED_ANSWER
                    307 | {}                                                      | MALFORMED_ANSWER
                    """)
    void leavesTheJobAsItWasWhenOnlyTheLookFailed(int status, String body, FailureKind expected) {
        Progress progress = read(status, body);

        assertThat(progress)
                .isInstanceOfSatisfying(
                        Progress.Unreadable.class,
                        unreadable -> assertThat(unreadable.failure().kind()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    404 | {'status': 'error', 'message': 'Nothing here'}                    | LOST
                    404 | <html>                                                            | LOST
                    200 | {'status': 'error', 'message': 'does not exist or is not queued'} | LOST
                    200 | {'status': 'failed', 'id': 33, 'message': 'Out of memory'}        | FAILED
                    400 | {'status': 'error', 'message': 'prompt is required'}              | FAILED
                    200 | {'status': 'error', 'messege': 'NSFW content'}             | CONTENT_REFUSED
                    200 | {'status': 'success', 'nsfw_content_detected': true}       | CONTENT_REFUSED
                    200 | {'status': 'success', 'id': 33, 'output': []}             | MALFORMED_ANSWER
                    """)
    void endsWhatTheVendorEnded(int status, String body, FailureKind expected) {
        Progress progress = read(status, body);

        assertThat(progress)
                .isInstanceOfSatisfying(
                        Progress.Ended.class,
                        ended -> assertThat(ended.failure().kind()).isEqualTo(expected));
    }

    @Test
    void waitsAtLeastAsLongAsTheVendorAsks() {
        Progress progress =
                read(429, "{'status': 'error', 'message': 'Rate limit', 'retry_after': 30}");

        assertThat(((Progress.Unreadable) progress).checkAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void findsTheJobAsItWasWhenTheLineBreaks() {
        Progress progress = reading.read(new WireOutcome.Broken(), JOB);

        assertThat(((Progress.Unreadable) progress).failure().kind())
                .isEqualTo(FailureKind.UNAVAILABLE);
    }

    private Progress read(int status, String body) {
        return reading.read(http(status, body), JOB);
    }
}
