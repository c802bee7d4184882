package dev.vignette.server.tracing;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether OpenTelemetry's variables ask for traces. Without any of them nothing is sent. */
record Wanted(Map<String, String> environment) {

    boolean traces() {
        if (text("OTEL_SDK_DISABLED").filter("true"::equalsIgnoreCase).isPresent()) {
            return false;
        }
        return text("OTEL_TRACES_EXPORTER")
                .map(exporter -> !exporter.equals("none"))
                .orElseGet(this::sendsSomewhere);
    }

    private boolean sendsSomewhere() {
        return Stream.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
                .anyMatch(name -> text(name).isPresent());
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
