package dev.vignette.server.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers with the problem that ended a request. */
@Singleton
final class ProblemExceptionHandler
        implements ExceptionHandler<ProblemException, HttpResponse<byte[]>> {
    private final ProblemResponses responses;

    ProblemExceptionHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's interface has it raw
    public HttpResponse<byte[]> handle(HttpRequest request, ProblemException exception) {
        return responses.answer(request, exception.problem());
    }
}
