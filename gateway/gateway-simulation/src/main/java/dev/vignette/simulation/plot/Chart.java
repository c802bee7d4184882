package dev.vignette.simulation.plot;

import java.util.List;

/**
 * Curves over the same time.
 *
 * @param most the height of the chart; what is higher is cut
 * @param curves the curves
 */
public record Chart(int most, List<Curve> curves) {
    public Chart {
        curves = List.copyOf(curves);
    }
}
