package dev.vignette.server.tracing;

import dev.vignette.server.http.RequestIds;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.Optional;

/**
 * One span for each request to the API, below the caller's. It names the route, not the path: the
 * links that are given out are secrets.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestTraces {
    private static final String ATTRIBUTE = RequestTraces.class.getName();
    private static final int OUR_FAULT = 500;

    private final Traces traces;

    RequestTraces(Traces traces) {
        this.traces = traces;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        Optional<String> route = route(request);
        if (traces.tracer().isEmpty() || route.isEmpty()) {
            return;
        }
        Span span = span(traces.tracer().get(), request, route.get());
        request.setAttribute(ATTRIBUTE, span);
        context.add(new TracedRequest(Context.root().with(span)));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(ATTRIBUTE, Span.class)
                .ifPresent(span -> {
                    int status = response.code();
                    span.setAttribute(Names.STATUS, (long) status);
                    if (status >= OUR_FAULT) {
                        span.setAttribute(Names.ERROR, String.valueOf(status));
                        span.setStatus(StatusCode.ERROR);
                    }
                    span.end();
                });
    }

    private static Span span(Tracer tracer, HttpRequest<?> request, String route) {
        Context caller =
                W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), request.getHeaders(), CallersHeaders.GETTER);
        return tracer.spanBuilder(request.getMethodName() + " " + route)
                .setSpanKind(SpanKind.SERVER)
                .setParent(caller)
                .setAttribute(Names.METHOD, request.getMethodName())
                .setAttribute(Names.ROUTE, route)
                .setAttribute(Names.REQUEST, RequestIds.of(request))
                .startSpan();
    }

    /** Health and metrics are routes with a port of their own; nobody follows those. */
    private static Optional<String> route(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(UriRouteInfo.class::isInstance)
                .map(route -> (UriRouteInfo<?, ?>) route)
                .filter(route -> route.getPort() == null)
                .map(route -> route.getUriMatchTemplate().toPathString());
    }
}
