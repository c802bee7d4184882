package dev.vignette.server.http;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A request on its way from thread to thread: every line that is logged meanwhile names its id.
 *
 * @param id the request's id
 */
record LoggedRequest(String id) implements ThreadPropagatedContextElement<Optional<String>> {
    private static final String KEY = "request_id";

    @Override
    public Optional<String> updateThreadContext() {
        Optional<String> before = Optional.ofNullable(MDC.get(KEY));
        MDC.put(KEY, id);
        return before;
    }

    @Override
    public void restoreThreadContext(@Nullable Optional<String> before) {
        Optional.ofNullable(before)
                .flatMap(other -> other)
                .ifPresentOrElse(other -> MDC.put(KEY, other), () -> MDC.remove(KEY));
    }
}
