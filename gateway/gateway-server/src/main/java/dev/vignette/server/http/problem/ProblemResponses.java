package dev.vignette.server.http.problem;

import dev.vignette.server.http.RequestIds;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Writes problems as {@code application/problem+json}. */
@Singleton
final class ProblemResponses {
    private static final MediaType MEDIA_TYPE = new MediaType("application/problem+json");

    private final JsonMapper json;

    ProblemResponses(JsonMapper json) {
        this.json = json;
    }

    /** The answer to a request that has this problem. */
    MutableHttpResponse<byte[]> answer(HttpRequest<?> request, Problem problem) {
        HttpStatus status = HttpStatus.valueOf(problem.code().status());
        return fill(request, HttpResponse.status(status), problem);
    }

    /** Writes the problem into an answer that may have headers of its own already. */
    MutableHttpResponse<byte[]> fill(
            HttpRequest<?> request, MutableHttpResponse<?> response, Problem problem) {
        if (problem.code() == ProblemCode.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        Duration wait = problem.retryAfter();
        if (wait != null) {
            long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
            response.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        response.header(HttpHeaders.CACHE_CONTROL, "no-store").contentType(MEDIA_TYPE);
        if (request.getMethod() == HttpMethod.HEAD) {
            return response.body(new byte[0]);
        }
        return response.body(write(ProblemBody.of(problem, RequestIds.of(request))));
    }

    private byte[] write(ProblemBody body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException("a problem that cannot be written", e);
        }
    }
}
