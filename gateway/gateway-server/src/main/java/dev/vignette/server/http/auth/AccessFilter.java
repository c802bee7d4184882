package dev.vignette.server.http.auth;

import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The door of {@code /v1}: nobody passes without a key, the scope, and a request left this minute.
 */
@ServerFilter("/v1/**")
final class AccessFilter {
    private static final List<String> KEYS_IN_QUERY =
            List.of(
                    "key",
                    "api_key",
                    "apikey",
                    "api-key",
                    "token",
                    "access_token",
                    "authorization");
    private static final String SCHEME = "bearer ";

    private final ClientSource clients;
    private final RateLimits limits;
    private final Clock clock;

    AccessFilter(ClientSource clients, RateLimits limits, Clock clock) {
        this.clients = clients;
        this.limits = limits;
        this.clock = clock;
    }

    @RequestFilter
    void admit(HttpRequest<?> request) {
        refuseKeyInQuery(request.getParameters());
        Optional<AnnotationValue<Needs>> needs = needs(request);
        if (signed(request, needs)) {
            return;
        }
        ClientAccess caller = identify(request);
        limits.count(caller).ifPresent(AccessFilter::refuseForNow);
        if (needs.isPresent()) {
            requireScope(caller, needs.get());
        }
        Callers.set(request, caller.client());
    }

    private static void refuseKeyInQuery(HttpParameters parameters) {
        for (String name : parameters.names()) {
            if (KEYS_IN_QUERY.contains(name.toLowerCase(Locale.ROOT))) {
                throw Problem.of(
                                ProblemCode.CREDENTIAL_IN_QUERY,
                                "Send the key as Authorization: Bearer, never in the address.")
                        .asException();
            }
        }
    }

    /**
     * What the route asks for; empty when there is no such route, which is then said to callers.
     */
    private static Optional<AnnotationValue<Needs>> needs(HttpRequest<?> request) {
        Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
        Optional<AnnotationValue<Needs>> needs =
                route.map(match -> match.getAnnotation(Needs.class));
        if (route.isPresent() && needs.isEmpty()) {
            throw new IllegalStateException("a route below /v1 names no scope");
        }
        return needs;
    }

    private static boolean signed(HttpRequest<?> request, Optional<AnnotationValue<Needs>> needs) {
        return needs.flatMap(needed -> needed.booleanValue("orSignature")).orElse(false)
                && request.getParameters().contains("signature")
                && !request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
    }

    private ClientAccess identify(HttpRequest<?> request) {
        Clients known = clients.current();
        if (known.open()) {
            return ClientAccess.LOCAL;
        }
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .flatMap(key -> known.find(key, clock.instant()))
                .orElseThrow(() ->
                        Problem.of(
                                        ProblemCode.UNAUTHENTICATED,
                                        "Send a valid key as Authorization: Bearer.")
                                .asException());
    }

    private static void refuseForNow(Duration wait) {
        throw Problem.later(ProblemCode.RATE_LIMITED, "This client's requests are used up.", wait)
                .asException();
    }

    private static void requireScope(ClientAccess caller, AnnotationValue<Needs> needs) {
        Scope scope = needs.getRequiredValue(Scope.class);
        if (!caller.scopes().contains(scope)) {
            throw Problem.of(
                            ProblemCode.FORBIDDEN, "This needs the scope " + scope.wireName() + ".")
                    .asException();
        }
    }
}
