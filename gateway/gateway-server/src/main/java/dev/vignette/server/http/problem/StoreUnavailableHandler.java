package dev.vignette.server.http.problem;

import dev.vignette.objects.StoreUnavailable;
import dev.vignette.server.http.RequestIds;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers that it may work later when the store of files cannot be reached. */
@Singleton
final class StoreUnavailableHandler
        implements ExceptionHandler<StoreUnavailable, HttpResponse<byte[]>> {
    private static final Logger LOG = LoggerFactory.getLogger(StoreUnavailableHandler.class);
    private static final Duration SHORTLY = Duration.ofSeconds(10);

    private final ProblemResponses responses;

    StoreUnavailableHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's interface has it raw
    public HttpResponse<byte[]> handle(HttpRequest request, StoreUnavailable exception) {
        LOG.warn(
                "Request {} answered 503: the store of files cannot be reached. It may be repeated.",
                RequestIds.of((HttpRequest<?>) request),
                exception);
        return responses.answer(
                request,
                Problem.later(
                        ProblemCode.UNAVAILABLE, "The store of files cannot be reached.", SHORTLY));
    }
}
