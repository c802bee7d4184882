package dev.vignette.server.tracing;

import dev.vignette.engine.surroundings.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/** A span that this thread is at. */
final class OpenSpan implements Tracing.Span {
    private final Span span;
    private final Current current;
    private final boolean awaited;
    private final Runnable after;
    private boolean answered;

    /**
     * @param context the span and whatever goes with it
     * @param awaited whether it has failed when nothing came of it
     * @param after done at the end
     */
    OpenSpan(Context context, boolean awaited, Runnable after) {
        this.span = Span.fromContext(context);
        this.current = new Current(context);
        this.awaited = awaited;
        this.after = after;
    }

    @Override
    public void came(Object outcome) {
        answered = true;
        SpanOutcome.of(outcome).ifPresent(known -> known.on(span));
    }

    @Override
    public void close() {
        current.close();
        if (awaited && !answered) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
        after.run();
    }
}
