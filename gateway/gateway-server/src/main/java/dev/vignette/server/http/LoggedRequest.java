package dev.vignette.server.http;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A request on its way from thread to thread: every line that is logged meanwhile names its id.
 *
 * @param id the request's id
 */
record LoggedRequest(String id) implements ThreadPropagatedContextElement<String> {
    private static final String KEY = "request_id";

    @Override
    public @Nullable String updateThreadContext() {
        String before = MDC.get(KEY);
        MDC.put(KEY, id);
        return before;
    }

    @Override
    public void restoreThreadContext(@Nullable String before) {
        if (before == null) {
            MDC.remove(KEY);
            return;
        }
        MDC.put(KEY, before);
    }
}
