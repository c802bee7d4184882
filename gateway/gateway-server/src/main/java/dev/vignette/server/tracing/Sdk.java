package dev.vignette.server.tracing;

import dev.vignette.server.settings.StartRefused;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** OpenTelemetry's own part, as its variables want it. */
final class Sdk {
    /** Where no variable says otherwise. The SDK's own default, gRPC, needs a client of its own. */
    private static final Map<String, String> DEFAULTS =
            Map.of("otel.service.name", "vignette", "otel.exporter.otlp.protocol", "http/protobuf");

    /** Metrics are Prometheus's to fetch, and the log is a file. */
    private static final Map<String, String> DECIDED =
            Map.of("otel.metrics.exporter", "none", "otel.logs.exporter", "none");

    private Sdk() {}

    /**
     * Opens it.
     *
     * @throws StartRefused when its variables cannot be followed
     */
    static OpenTelemetrySdk open() {
        logLikeTheRest();
        try {
            return AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesSupplier(() -> DEFAULTS)
                    .addPropertiesCustomizer(_ -> DECIDED)
                    .disableShutdownHook()
                    .build()
                    .getOpenTelemetrySdk();
        } catch (ConfigurationException | IllegalStateException e) {
            throw new StartRefused(
                    "traces cannot be sent as the OTEL_ variables say (%s)"
                            .formatted(e.getMessage()));
        }
    }

    /** It logs by the JDK's logger, which writes lines that are no JSON. */
    private static void logLikeTheRest() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
