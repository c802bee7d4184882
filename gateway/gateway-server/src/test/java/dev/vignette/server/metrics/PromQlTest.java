package dev.vignette.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void findsMetricsAmongFunctionsLabelsRangesAndTexts() {
        PromQl read =
                PromQl.of(
                        "histogram_quantile(0.95, sum by (provider, le)"
                                + " (rate(calls_bucket{provider=~\"$provider\", call!=\"x y\"}[5m])))"
                                + " / on (provider) group_left () max(limit_now) > 1e3"
                                + " or (other unless other offset 1h)");

        assertThat(read.metrics()).containsExactly("calls_bucket", "limit_now", "other");
        assertThat(read.grouped()).containsExactly("le", "provider");
        assertThat(read.selected())
                .containsExactlyInAnyOrder(
                        new PromQl.Label("calls_bucket", "provider"),
                        new PromQl.Label("calls_bucket", "call"));
    }

    @Test
    void findsAMetricThatStandsAlone() {
        assertThat(PromQl.of("vignette_config_version").metrics())
                .containsExactly("vignette_config_version");
        assertThat(PromQl.of("absent(vignette_copies_awaited)").metrics())
                .containsExactly("vignette_copies_awaited");
    }
}
