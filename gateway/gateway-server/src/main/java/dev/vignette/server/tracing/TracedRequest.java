package dev.vignette.server.tracing;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A request on its way from thread to thread: each that serves it is at its span meanwhile. */
record TracedRequest(Context context) implements ThreadPropagatedContextElement<Current> {

    @Override
    public Current updateThreadContext() {
        return new Current(context);
    }

    @Override
    public void restoreThreadContext(@Nullable Current current) {
        if (current != null) {
            current.close();
        }
    }
}
