package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ThrottleWaitTest {

    @Test
    void believesRetryAfterFirst() {
        Reply.Answered answer =
                answer(
                        Map.of("retry-after", "3", "ratelimit-reset", "60"),
                        Map.of("retry_after", 5, "detail", "resets in ~30s."));

        assertThat(ThrottleWait.asked(answer)).contains(Duration.ofSeconds(3));
    }

    @Test
    void believesTheBodyNext() {
        Reply.Answered answer =
                answer(
                        Map.of("ratelimit-reset", "60"),
                        Map.of("retry_after", 5, "detail", "resets in ~30s."));

        assertThat(ThrottleWait.asked(answer)).contains(Duration.ofSeconds(5));
    }

    @Test
    void readsTheSentenceNext() {
        Reply.Answered answer =
                answer(
                        Map.of("ratelimit-reset", "60"),
                        Map.of("detail", "Request was throttled. Your rate limit resets in ~30s."));

        assertThat(ThrottleWait.asked(answer)).contains(Duration.ofSeconds(30));
    }

    @Test
    void takesTheResetOfTheLimitLast() {
        Reply.Answered answer = answer(Map.of("ratelimit-reset", "60"), Map.of("detail", "no"));

        assertThat(ThrottleWait.asked(answer)).contains(Duration.ofSeconds(60));
    }

    @Test
    void knowsNothingWhenNothingIsSaid() {
        assertThat(ThrottleWait.asked(new Reply.Answered(429, Map.of(), null))).isEmpty();
    }

    @Test
    void passesOverAHeaderThatHoldsNoSeconds() {
        Reply.Answered answer =
                answer(
                        Map.of("retry-after", "Sun, 01 Mar 2026 10:00:07 GMT"),
                        Map.of("retry_after", 2.5));

        assertThat(ThrottleWait.asked(answer)).contains(Duration.ofMillis(2_500));
    }

    @Test
    void keepsSillyWaitsWithinADay() {
        Reply.Answered answer = answer(Map.of(), Map.of("retry_after", 9e15));

        assertThat(ThrottleWait.asked(answer)).contains(Duration.ofDays(1));
    }

    @Test
    void takesANegativeWaitForNone() {
        Reply.Answered answer = answer(Map.of(), Map.of("retry_after", -4));

        assertThat(ThrottleWait.asked(answer)).contains(Duration.ZERO);
    }

    private static Reply.Answered answer(Map<String, String> headers, Map<String, Object> body) {
        return new Reply.Answered(429, headers, new Fields(body));
    }
}
