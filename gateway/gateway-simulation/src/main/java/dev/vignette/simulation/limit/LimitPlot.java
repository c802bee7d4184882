package dev.vignette.simulation.limit;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws a trial: three charts over the same time, with closed periods shaded. */
final class LimitPlot {
    private static final int LEFT = 60;
    private static final int WIDTH = 780;
    private static final int TOP = 48;
    private static final int HEIGHT = 130;
    private static final int GAP = 58;
    private static final int TICK_SECONDS = 60;
    private static final int CHARTS = 3;

    private static final String STYLE =
            """
            <style>
              text { font: 12px sans-serif; fill: #24292f; }
              .axis { stroke: #6e7781; fill: none; } .grid { stroke: #6e7781; stroke-opacity: .25; }
              .one { stroke: #0969da; } .two { stroke: #bc4c00; } .three { stroke: #8250df; }
              .line { fill: none; stroke-width: 1.8; } .dashed { stroke-dasharray: 5 4; }
              .closed { fill: #cf222e; fill-opacity: .16; }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3; } .one { stroke: #58a6ff; } .two { stroke: #f0883e; }
                .three { stroke: #bc8cff; } .closed { fill: #ff7b72; fill-opacity: .24; }
              }
            </style>
            """;

    private final List<Sample> samples;
    private final int seconds;
    private final StringBuilder svg = new StringBuilder();

    private LimitPlot(List<Sample> samples) {
        this.samples = samples;
        this.seconds = (int) Weather.END.toSeconds();
    }

    /** The plot as a picture of its own. */
    static String of(List<Sample> samples) {
        return new LimitPlot(samples).drawn();
    }

    private record Curve(String name, String look, ToIntFunction<Sample> value) {}

    private String drawn() {
        int height = TOP + CHARTS * (HEIGHT + GAP);
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" role=\"img\">\n"
                        .formatted(LEFT + WIDTH + 20, height));
        svg.append("<title>A gate over eight minutes: places, orders, waiting</title>\n");
        svg.append(STYLE);
        closedPeriods();
        weather();
        chart(
                0,
                70,
                List.of(
                        new Curve("limit now", "one", Sample::limit),
                        new Curve("in flight", "two", sample -> sample.gate().inFlight()),
                        new Curve("ceiling", "three dashed", Sample::ceiling)));
        chart(
                1,
                20,
                List.of(
                        new Curve("orders per second", "one", Sample::sent),
                        new Curve("refused per second", "two", Sample::refused)));
        chart(2, 300, List.of(new Curve("waiting at the gate", "one", Sample::waiting)));
        return svg.append("</svg>\n").toString();
    }

    private void closedPeriods() {
        int height = (CHARTS - 1) * (HEIGHT + GAP) + HEIGHT;
        samples.stream()
                .filter(Sample::closed)
                .forEach(sample ->
                        add(
                                ("<rect class=\"closed\" x=\"%s\" y=\"%s\" width=\"%s\""
                                                + " height=\"%s\"/>")
                                        .formatted(
                                                x(sample.second() - 1),
                                                TOP,
                                                tenths(x(1) - x(0)),
                                                height)));
        add(
                "<rect class=\"closed\" x=\"%s\" y=\"6\" width=\"14\" height=\"12\"/>"
                        .formatted(LEFT + 640));
        add("<text x=\"%s\" y=\"16\">closed by a refusal</text>".formatted(LEFT + 660));
    }

    private void weather() {
        for (Weather weather : Weather.STORY) {
            double x = x((int) weather.from().toSeconds());
            add(
                    "<line class=\"axis\" x1=\"%s\" y1=\"24\" x2=\"%s\" y2=\"%s\"/>"
                            .formatted(x, x, TOP));
            add("<text x=\"%s\" y=\"36\">%s</text>".formatted(x + 4, weather.name()));
        }
    }

    private void chart(int row, int most, List<Curve> curves) {
        int top = TOP + row * (HEIGHT + GAP);
        int bottom = top + HEIGHT;
        for (int part = 0; part <= 2; part++) {
            int y = bottom - HEIGHT * part / 2;
            add(
                    "<line class=\"grid\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                            .formatted(LEFT, y, LEFT + WIDTH, y));
            add(
                    "<text x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>"
                            .formatted(LEFT - 6, y + 4, most * part / 2));
        }
        add("<path class=\"axis\" d=\"M%s %sV%sH%s\"/>".formatted(LEFT, top, bottom, LEFT + WIDTH));
        for (int second = 0; second <= seconds; second += TICK_SECONDS) {
            add(
                    "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s s</text>"
                            .formatted(x(second), bottom + 16, second));
        }
        for (int i = 0; i < curves.size(); i++) {
            curve(curves.get(i), bottom, most);
            legend(curves.get(i), LEFT + i * 190, bottom + 34);
        }
    }

    private void curve(Curve curve, int bottom, int most) {
        String points =
                IntStream.range(0, samples.size())
                        .mapToObj(i -> point(curve, samples.get(i), bottom, most))
                        .collect(Collectors.joining(" "));
        add("<polyline class=\"line %s\" points=\"%s\"/>".formatted(curve.look(), points));
    }

    private String point(Curve curve, Sample sample, int bottom, int most) {
        double share = Math.min(1.0, curve.value().applyAsInt(sample) / (double) most);
        return x(sample.second()) + "," + tenths(bottom - HEIGHT * share);
    }

    private void legend(Curve curve, int x, int y) {
        add(
                "<line class=\"line %s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                        .formatted(curve.look(), x, y - 4, x + 24, y - 4));
        add("<text x=\"%s\" y=\"%s\">%s</text>".formatted(x + 30, y, curve.name()));
    }

    private double x(int second) {
        return tenths(LEFT + WIDTH * second / (double) seconds);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private void add(String line) {
        svg.append(line).append('\n');
    }
}
