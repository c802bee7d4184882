package dev.vignette.server.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What this thread is at: calls it makes, and lines it logs, belong to that trace until this is
 * closed by the same thread.
 */
final class Current implements AutoCloseable {
    private static final String KEY = "trace_id";

    private final Scope scope;
    private final @Nullable String before = MDC.get(KEY);

    @SuppressWarnings("MustBeClosedChecker") // by close()
    Current(Context context) {
        this.scope = context.makeCurrent();
        MDC.put(KEY, Span.fromContext(context).getSpanContext().getTraceId());
    }

    @Override
    public void close() {
        scope.close();
        if (before == null) {
            MDC.remove(KEY);
            return;
        }
        MDC.put(KEY, before);
    }
}
