package dev.vignette.replicate;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a throttled call should wait. Replicate says it in up to four places; none is sure to be
 * there ("Rate limits").
 */
final class ThrottleWait {
    private static final Pattern SENTENCE = Pattern.compile("~\\s*(\\d{1,6})\\s*s\\b");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}(?:\\.\\d{1,6})?");

    private ThrottleWait() {}

    /**
     * The first that is there of: the header {@code Retry-After} in seconds, the body's {@code
     * retry_after}, {@code ~30s} in its {@code detail}, the header {@code ratelimit-reset}.
     */
    static Optional<Duration> asked(Reply.Answered answer) {
        return header(answer, "retry-after")
                .or(() ->
                        answer.body()
                                .flatMap(body -> body.number("retry_after"))
                                .map(ThrottleWait::seconds))
                .or(() ->
                        answer.body()
                                .flatMap(body -> body.text("detail"))
                                .flatMap(ThrottleWait::spelledOut))
                .or(() -> header(answer, "ratelimit-reset"));
    }

    /** A header that holds seconds, or empty when it is not there or holds anything else. */
    static Optional<Duration> header(Reply.Answered answer, String name) {
        return answer.header(name)
                .map(String::strip)
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> seconds(new BigDecimal(value)));
    }

    private static Optional<Duration> spelledOut(String detail) {
        Matcher sentence = SENTENCE.matcher(detail);
        return sentence.find()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(sentence.group(1))))
                : Optional.empty();
    }

    /** Negative ones are over; nobody waits longer than a day. */
    private static Duration seconds(BigDecimal value) {
        BigDecimal clamped = value.max(BigDecimal.ZERO).min(BigDecimal.valueOf(86_400));
        return Duration.ofMillis(clamped.movePointRight(3).longValue());
    }
}
