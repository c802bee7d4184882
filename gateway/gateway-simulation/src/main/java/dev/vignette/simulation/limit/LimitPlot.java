package dev.vignette.simulation.limit;

import dev.vignette.simulation.plot.Chart;
import dev.vignette.simulation.plot.Curve;
import dev.vignette.simulation.plot.Mark;
import dev.vignette.simulation.plot.Plot;
import dev.vignette.simulation.plot.Plot.Shade;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Draws a trial: three charts over the same time, with closed periods shaded. */
final class LimitPlot {
    private final List<Sample> samples;

    private LimitPlot(List<Sample> samples) {
        this.samples = samples;
    }

    /** The plot as a picture of its own. */
    static String of(List<Sample> samples) {
        return new LimitPlot(samples).drawn();
    }

    private String drawn() {
        return Plot.of(
                "A gate over eight minutes: places, orders, waiting",
                (int) Weather.END.toSeconds(),
                Arrays.stream(Weather.STORY)
                        .map(weather -> new Mark((int) weather.from().toSeconds(), weather.name()))
                        .toList(),
                new Shade(
                        "closed by a refusal",
                        samples.stream().filter(Sample::closed).map(Sample::second).toList()),
                List.of(places(), orders(), waiting()));
    }

    private Chart places() {
        return new Chart(
                70,
                List.of(
                        curve("limit now", "one", Sample::limit),
                        curve("in flight", "two", sample -> sample.gate().inFlight()),
                        curve("ceiling", "three dashed", Sample::ceiling)));
    }

    private Chart orders() {
        return new Chart(
                20,
                List.of(
                        curve("orders per second", "one", Sample::sent),
                        curve("refused per second", "two", Sample::refused)));
    }

    private Chart waiting() {
        return new Chart(300, List.of(curve("waiting at the gate", "one", Sample::waiting)));
    }

    private Curve curve(String name, String look, Function<Sample, Integer> value) {
        return new Curve(name, look, samples.stream().map(value).toList());
    }
}
