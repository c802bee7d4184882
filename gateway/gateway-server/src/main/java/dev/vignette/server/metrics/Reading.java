package dev.vignette.server.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;

/**
 * Where a figure stands.
 *
 * @param value in the figure's unit
 * @param labels words of the configuration and of the API, by the label's name
 */
public record Reading(double value, Map<String, String> labels) {
    public Reading {
        labels = Map.copyOf(labels);
    }

    /** Of a figure without labels. */
    public static Reading of(double value) {
        return new Reading(value, Map.of());
    }

    /** Of a figure for each provider. */
    public static Reading of(double value, String provider) {
        return new Reading(value, Map.of("provider", provider));
    }

    GaugeDataPointSnapshot shown() {
        Labels.Builder named = Labels.builder();
        labels.forEach(named::label);
        return GaugeDataPointSnapshot.builder().value(value).labels(named.build()).build();
    }
}
