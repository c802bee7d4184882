package dev.vignette.server.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WantedTest {

    @Test
    void nothingIsFollowedUnlessSomebodyAsks() {
        assertThat(wanted(Map.of())).isFalse();
        assertThat(wanted(Map.of("OTEL_SERVICE_NAME", "portraits"))).isFalse();
        assertThat(wanted(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", " "))).isFalse();
    }

    @Test
    void anAddressOrAnExporterAsks() {
        String address = "http://collector:4318";
        assertThat(wanted(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", address))).isTrue();
        assertThat(wanted(Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", address))).isTrue();
        assertThat(wanted(Map.of("OTEL_TRACES_EXPORTER", "otlp"))).isTrue();
    }

    @Test
    void whatSwitchesThemOffGoesFirst() {
        String address = "http://collector:4318";
        assertThat(
                        wanted(
                                Map.of(
                                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                                        address,
                                        "OTEL_SDK_DISABLED",
                                        "TRUE")))
                .isFalse();
        assertThat(
                        wanted(
                                Map.of(
                                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                                        address,
                                        "OTEL_TRACES_EXPORTER",
                                        "none")))
                .isFalse();
    }

    private static boolean wanted(Map<String, String> environment) {
        return new Wanted(environment).traces();
    }
}
