package dev.vignette.server.http.problem;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Turns the framework's own errors, from an unknown route to an unexpected exception, into
 * problems. Only the status is taken over: the framework's texts may quote an exception.
 */
@Singleton
final class FrameworkErrors implements ErrorResponseProcessor<byte[]> {
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private final ProblemResponses responses;

    FrameworkErrors(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    public MutableHttpResponse<byte[]> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        ProblemCode code = code(context, response.code());
        Problem problem =
                code == ProblemCode.UNAVAILABLE
                        ? Problem.later(code, code.meaning(), SHORTLY)
                        : Problem.of(code, code.meaning());
        return responses.fill(context.getRequest(), response.status(code.status()), problem);
    }

    /** Of what our routes ask for, only the body can be missing. */
    private static ProblemCode code(ErrorContext context, int status) {
        if (context.getRootCause().orElse(null) instanceof UnsatisfiedRouteException) {
            boolean form =
                    context.getRequest()
                            .getContentType()
                            .filter(type -> type.getType().equals("multipart"))
                            .isPresent();
            return form ? ProblemCode.MALFORMED_MULTIPART : ProblemCode.MALFORMED_JSON;
        }
        return ProblemCode.ofStatus(status);
    }
}
