package dev.vignette.engine.health;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One breaker for each provider, fed by what becomes of real orders alone. It opens when half of
 * the last twenty orders, or of ten when there were no more, came to nothing by the provider's
 * fault, and at once when the provider does not accept the account; after half a minute three
 * orders decide whether it closes.
 */
public final class Breakers {
    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);
    private static final int WINDOW = 20;
    private static final int LEAST_ORDERS = 10;
    private static final int HALF = 50;
    private static final int TRIALS = 3;
    private static final Duration REST = Duration.ofSeconds(30);

    private final Map<String, Watched> breakers = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig rules;
    private final Clock clock;

    /** All closed. */
    public Breakers(Clock clock) {
        this.clock = clock;
        this.rules =
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(LEAST_ORDERS)
                        .failureRateThreshold(HALF)
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .waitDurationInOpenState(REST)
                        .writableStackTraceEnabled(false)
                        .build();
    }

    /** How that provider's breaker stands. */
    public Breaker of(String provider) {
        Watched watched = watched(provider);
        return switch (watched.breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> new Breaker.Closed();
            case HALF_OPEN -> new Breaker.HalfOpen();
            case OPEN, FORCED_OPEN ->
                    clock.instant().isBefore(watched.openUntil)
                            ? new Breaker.Open(watched.openUntil, watched.cause)
                            : new Breaker.HalfOpen();
        };
    }

    /**
     * Whether an order may go there now. Whoever gets a yes says what became of it: {@link
     * #submitted}, or {@link #unused} when it was not sent.
     */
    public boolean admits(String provider) {
        return watched(provider).breaker.tryAcquirePermission();
    }

    /** The order that was admitted was not sent. */
    public void unused(String provider) {
        watched(provider).breaker.releasePermission();
    }

    /** What became of an order that was sent. */
    public void submitted(String provider, Submission submission) {
        switch (submission) {
            case Submission.Accepted _, Submission.Finished _ -> worked(provider);
            case Submission.Unknown _ -> failed(provider, FailureKind.UNAVAILABLE);
            case Submission.Ended(_, var failure, _) -> judge(provider, failure);
            case Submission.Refused(var failure) -> judge(provider, failure);
            case Submission.NotSent(var failure) -> judge(provider, failure);
        }
    }

    /** What came of looking at a job: only its failure says something new. */
    public void looked(String provider, Progress progress) {
        if (progress instanceof Progress.Ended(var failure, _) && isFault(failure.kind())) {
            failed(provider, failure.kind());
        }
    }

    private void judge(String provider, ProviderFailure failure) {
        if (isFault(failure.kind())) {
            failed(provider, failure.kind());
        } else {
            worked(provider);
        }
    }

    private void worked(String provider) {
        watched(provider).breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    private void failed(String provider, FailureKind kind) {
        Watched watched = watched(provider);
        watched.cause = kind;
        watched.breaker.onError(0, TimeUnit.NANOSECONDS, new Fault(kind));
        if (isHopeless(kind) && watched.breaker.getState() != CircuitBreaker.State.OPEN) {
            watched.breaker.transitionToOpenState();
        }
    }

    /** Whether it is the provider's fault, so that the next order would probably fare no better. */
    private static boolean isFault(FailureKind kind) {
        return switch (kind) {
            case CREDENTIALS, OUT_OF_CREDIT, UNAVAILABLE, FAILED, MALFORMED_ANSWER, LOST -> true;
            case INVALID_INPUT, UNSUPPORTED, CONTENT_REFUSED, THROTTLED, DEADLINE, CANCELED ->
                    false;
        };
    }

    /** Whether every other order would certainly fare no better. */
    private static boolean isHopeless(FailureKind kind) {
        return kind == FailureKind.CREDENTIALS || kind == FailureKind.OUT_OF_CREDIT;
    }

    private Watched watched(String provider) {
        return breakers.computeIfAbsent(provider, this::watch);
    }

    private Watched watch(String provider) {
        Watched watched = new Watched(CircuitBreaker.of(provider, rules));
        watched.breaker
                .getEventPublisher()
                .onStateTransition(event -> {
                    switch (event.getStateTransition().getToState()) {
                        case OPEN, FORCED_OPEN -> opened(provider, watched);
                        case CLOSED -> LOG.info("{}: its breaker has closed", provider);
                        case HALF_OPEN, DISABLED, METRICS_ONLY -> {}
                    }
                });
        return watched;
    }

    private void opened(String provider, Watched watched) {
        watched.openUntil = clock.instant().plus(REST);
        LOG.warn(
                "{}: its breaker is open ({}); orders go elsewhere where they can, and a few try it"
                        + " again in {} s",
                provider,
                watched.cause.wireName(),
                REST.toSeconds());
    }

    /** A breaker, and what opened it last. */
    private static final class Watched {
        private final CircuitBreaker breaker;
        private volatile Instant openUntil = Instant.EPOCH;
        private volatile FailureKind cause = FailureKind.UNAVAILABLE;

        Watched(CircuitBreaker breaker) {
            this.breaker = breaker;
        }
    }

    /** What the library wants to be told: a kind, and no stack. */
    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        Fault(FailureKind kind) {
            super(kind.wireName(), null, false, false);
        }
    }
}
