package dev.vignette.server.http.webhooks;

import dev.vignette.engine.reconcile.Reconciliation;
import dev.vignette.engine.reconcile.Webhooks;
import dev.vignette.engine.reconcile.Webhooks.Receipt;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.WebhookCall;
import dev.vignette.server.http.links.SignedCallbackLinks;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes calls of providers. The answer is 200 only once the call is written down. */
@Hidden
@Controller(SignedCallbackLinks.WEBHOOKS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WebhooksController {
    private static final int LARGEST_BODY = 1_000_000;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final SignedCallbackLinks links;
    private final Webhooks webhooks;
    private final Clock clock;

    WebhooksController(SignedCallbackLinks links, Reconciliation reconciliation, Clock clock) {
        this.links = links;
        this.webhooks = reconciliation.webhooks();
        this.clock = clock;
    }

    @Post("/{provider}/{token}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> take(
            HttpRequest<?> request,
            @PathVariable String provider,
            @PathVariable String token,
            @Body byte[] body) {
        Optional<AttemptId> attempt = links.attempt(provider, token);
        if (attempt.isEmpty()) {
            throw refused("This is no address of ours.");
        }
        if (body.length > LARGEST_BODY) {
            throw Problem.of(ProblemCode.TOO_LARGE, "A call may have 1 MB.").asException();
        }
        WebhookCall call = new WebhookCall(headers(request.getHeaders()), body, clock.instant());
        return switch (webhooks.take(provider, attempt.get(), call)) {
            case Receipt.Taken() -> HttpResponse.ok();
            case Receipt.Refused(String why) -> throw refused("The call was refused: " + why);
            case Receipt.NotNow(String why) ->
                    throw Problem.later(
                                    ProblemCode.UNAVAILABLE,
                                    "The call cannot be taken now: " + why,
                                    SOON)
                            .asException();
        };
    }

    private static RuntimeException refused(String why) {
        return Problem.of(ProblemCode.UNAUTHENTICATED, why).asException();
    }

    private static Map<String, String> headers(HttpHeaders headers) {
        Map<String, String> first = new LinkedHashMap<>();
        for (String name : headers.names()) {
            headers.findFirst(name)
                    .ifPresent(value -> first.put(name.toLowerCase(Locale.ROOT), value));
        }
        return first;
    }
}
