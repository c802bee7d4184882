package dev.vignette.simulation.plot;

import java.util.List;

/**
 * One curve of a chart.
 *
 * @param name what it shows
 * @param look how it is drawn: {@code one}, {@code two} or {@code three}, with {@code dashed} or
 *     without
 * @param values its height in each second, from the first on
 */
public record Curve(String name, String look, List<Integer> values) {
    public Curve {
        values = List.copyOf(values);
    }
}
