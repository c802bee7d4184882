package dev.vignette.server.tracing;

import io.micronaut.http.HttpHeaders;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/** Reads a caller's headers. */
enum CallersHeaders implements TextMapGetter<HttpHeaders> {
    GETTER;

    @Override
    public Iterable<String> keys(HttpHeaders headers) {
        return headers.names();
    }

    @Override
    public @Nullable String get(@Nullable HttpHeaders headers, String name) {
        return headers == null ? null : headers.get(name);
    }
}
