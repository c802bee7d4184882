package dev.vignette.server.tracing;

import dev.vignette.engine.surroundings.Tracing;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The traces of this process, or none when nobody wants any. */
public final class Traces implements AutoCloseable {
    private static final String NAME = "dev.vignette";

    /** All that a provider learns of a trace; what a caller wrote beside it stays here. */
    private static final String OUTWARD = "traceparent";

    private static final int PATIENCE_SECONDS = 3;

    private final @Nullable OpenTelemetrySdk sdk;
    private final Tracing engine;

    private Traces(@Nullable OpenTelemetrySdk sdk) {
        this.sdk = sdk;
        this.engine = sdk == null ? Tracing.NONE : new EngineTraces(sdk.getTracer(NAME));
    }

    /** Those that variables ask for. */
    static Traces of(Map<String, String> environment) {
        return new Traces(new Wanted(environment).traces() ? Sdk.open() : null);
    }

    /** What the engine tells of its work. */
    public Tracing engine() {
        return engine;
    }

    /** What a call to a provider that this thread makes now has to carry; usually nothing. */
    public Map<String, String> headers() {
        if (sdk == null) {
            return Map.of();
        }
        Map<String, String> all = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), all, Traces::put);
        all.keySet().retainAll(Set.of(OUTWARD));
        return all;
    }

    /** Begins the spans of requests; empty when nobody wants any. */
    Optional<Tracer> tracer() {
        return Optional.ofNullable(sdk).map(open -> open.getTracer(NAME));
    }

    /** Sends what has ended, as far as somebody takes it. */
    @Override
    public void close() {
        if (sdk != null) {
            sdk.shutdown().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static void put(@Nullable Map<String, String> carrier, String name, String value) {
        if (carrier != null) {
            carrier.put(name, value);
        }
    }
}
