package dev.vignette.replicate;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How far Replicate's clock is ahead of ours, as far as that can be known; negative when it is
 * behind.
 *
 * @param least it is at least that far ahead
 * @param most it is at most that far ahead
 */
record ClockSkew(Duration least, Duration most) {
    /** What is assumed until it has been measured: more than two good clocks differ. */
    static final ClockSkew SMALL = new ClockSkew(Duration.ofSeconds(-2), Duration.ofSeconds(2));

    private static final Duration SECOND = Duration.ofSeconds(1);

    /**
     * What an answer's {@code Date} shows, which is cut to seconds and was written at some time
     * while we waited; empty when it has none.
     */
    static Optional<ClockSkew> measured(Reply.Answered answer, Instant asked, Instant received) {
        return answer.header("date")
                .flatMap(ClockSkew::parsed)
                .map(date ->
                        new ClockSkew(
                                Duration.between(received, date),
                                Duration.between(asked, date.plus(SECOND))));
    }

    boolean covers(ClockSkew other) {
        return least.compareTo(other.least) <= 0 && most.compareTo(other.most) >= 0;
    }

    /** A whole second of their clock before the earliest that moment of ours can be on it. */
    Instant before(Instant ours) {
        return ours.plus(least).minus(SECOND).truncatedTo(ChronoUnit.SECONDS);
    }

    /** A whole second of their clock after the latest that moment of ours can be on it. */
    Instant after(Instant ours) {
        return ours.plus(most).plus(SECOND).plus(SECOND).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Our time for one of theirs; the same where no difference is known. */
    Instant ours(Instant theirs) {
        boolean none = !least.isPositive() && !most.isNegative();
        return none ? theirs : theirs.minus(least.plus(most).dividedBy(2));
    }

    private static Optional<Instant> parsed(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException _) {
            return Optional.empty(); // like an absent one
        }
    }
}
