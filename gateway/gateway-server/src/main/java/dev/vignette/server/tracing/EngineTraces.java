package dev.vignette.server.tracing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Tracing;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Spans of the engine's work. What caused a production is kept in memory only: after a restart its
 * work goes on in a trace of its own.
 */
final class EngineTraces implements Tracing {
    private static final int MOST_CAUSES = 10_000;
    private static final Duration LONGEST_CAUSE = Duration.ofHours(1);

    private final Cache<ProductionId, SpanContext> causes =
            Caffeine.newBuilder().maximumSize(MOST_CAUSES).expireAfterWrite(LONGEST_CAUSE).build();
    private final Map<ProductionId, Context> running = new ConcurrentHashMap<>();
    private final Tracer tracer;

    EngineTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void caused(ProductionId production) {
        SpanContext here = io.opentelemetry.api.trace.Span.current().getSpanContext();
        if (here.isValid()) {
            causes.put(production, here);
        }
    }

    @Override
    public Span production(Production production) {
        ProductionId id = production.id();
        Context context =
                begun(
                        cause(id),
                        tracer.spanBuilder("production")
                                .setAttribute(Names.PRODUCTION, id.value())
                                .setAttribute(Names.GENERATION, production.source().value())
                                .setAttribute(Names.KIND, production.request().kind().wireName()));
        running.put(id, context);
        return new OpenSpan(context, false, () -> running.remove(id, context));
    }

    @Override
    public Span attempt(Attempt attempt) {
        SpanBuilder begun =
                tracer.spanBuilder("attempt")
                        .setAttribute(Names.ATTEMPT, attempt.id().value())
                        .setAttribute(Names.NUMBER, (long) attempt.number())
                        .setAttribute(Names.PROVIDER, attempt.provider());
        Context context = begun(work(attempt.production()), begun);
        return new OpenSpan(ProviderCall.of(attempt).with(context), false, () -> {});
    }

    @Override
    public Span copy(Picture picture) {
        SpanBuilder begun =
                tracer.spanBuilder("copy").setAttribute(Names.PROVIDER, picture.provider());
        return new OpenSpan(begun(work(picture.production()), begun), true, () -> {});
    }

    @Override
    public Span call(String provider, Observations.Call call) {
        Context here = Context.current();
        SpanBuilder begun =
                ProviderCall.in(here)
                        .map(known -> known.span(tracer, call))
                        .orElseGet(() -> ProviderCall.span(tracer, provider, call));
        return new OpenSpan(begun(here, begun), true, () -> {});
    }

    @Override
    public <T> Supplier<T> here(Supplier<T> work) {
        return Context.current().wrapSupplier(work);
    }

    private static Context begun(Context parent, SpanBuilder span) {
        return parent.with(span.setParent(parent).startSpan());
    }

    private Context cause(ProductionId production) {
        return Optional.ofNullable(causes.getIfPresent(production))
                .map(io.opentelemetry.api.trace.Span::wrap)
                .map(Context.root()::with)
                .orElseGet(Context::root);
    }

    private Context work(ProductionId production) {
        return running.getOrDefault(production, Context.root());
    }
}
