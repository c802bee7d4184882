package dev.vignette.server.http.problem;

import dev.vignette.server.http.RequestIds;
import dev.vignette.storage.rows.DatabaseFailure;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that it may work later when the database cannot be reached. Whether a generation was
 * accepted all the same, a repetition with the same idempotency key tells.
 */
@Singleton
final class DatabaseFailureHandler
        implements ExceptionHandler<DatabaseFailure, HttpResponse<byte[]>> {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFailureHandler.class);
    private static final Duration SHORTLY = Duration.ofSeconds(10);

    private final ProblemResponses responses;

    DatabaseFailureHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's interface has it raw
    public HttpResponse<byte[]> handle(HttpRequest request, DatabaseFailure exception) {
        LOG.warn(
                "Request {} answered 503: the database failed. It may be repeated.",
                RequestIds.of((HttpRequest<?>) request),
                exception);
        return responses.answer(
                request,
                Problem.later(ProblemCode.UNAVAILABLE, "The database cannot be reached.", SHORTLY));
    }
}
