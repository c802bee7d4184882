package dev.vignette.server.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows figures that are read when Prometheus asks. What they are read from may change its labels
 * at any time: a provider that came with a new configuration is shown, one that went is not.
 */
@Singleton
public final class Gauges {
    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);

    private final Map<Figure, Supplier<List<Reading>>> sources = new ConcurrentHashMap<>();

    /** Shows them beside that registry's own. */
    public Gauges(PrometheusMeterRegistry registry) {
        registry.getPrometheusRegistry().register(this::snapshots);
    }

    /**
     * Shows that figure from now on, in place of what was told of it before.
     *
     * @param source asked at each scrape, from any thread; without readings the figure is not there
     */
    public void show(Figure figure, Supplier<List<Reading>> source) {
        sources.put(figure, source);
    }

    private MetricSnapshots snapshots() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        new EnumMap<>(sources)
                .forEach((figure, source) ->
                        snapshot(figure, source).ifPresent(all::metricSnapshot));
        return all.build();
    }

    /** What cannot be read now is left out: the other figures are wanted most just then. */
    private static Optional<GaugeSnapshot> snapshot(Figure figure, Supplier<List<Reading>> source) {
        try {
            List<Reading> readings = source.get();
            return readings.isEmpty() ? Optional.empty() : Optional.of(shown(figure, readings));
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be read now and is left out", figure.wireName(), e);
            return Optional.empty();
        }
    }

    private static GaugeSnapshot shown(Figure figure, List<Reading> readings) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name(figure.wireName()).help(figure.help());
        readings.forEach(reading -> gauge.dataPoint(reading.shown()));
        return gauge.build();
    }
}
