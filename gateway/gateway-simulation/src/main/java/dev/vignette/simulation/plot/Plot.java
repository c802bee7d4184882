package dev.vignette.simulation.plot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws charts one below the other, over the same time, as a picture of its own. */
public final class Plot {
    private static final int LEFT = 60;
    private static final int WIDTH = 780;
    private static final int TOP = 48;
    private static final int HEIGHT = 130;
    private static final int GAP = 58;
    private static final int TICK_SECONDS = 60;

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

    private final int seconds;
    private final int charts;
    private final StringBuilder svg = new StringBuilder();

    private Plot(int seconds, int charts) {
        this.seconds = seconds;
        this.charts = charts;
    }

    /**
     * The picture.
     *
     * @param title what it shows, for those who cannot see it
     * @param seconds how long the story is
     * @param marks what happens in it
     * @param shaded the seconds that are shaded, and what that means
     * @param charts the charts, from the top
     */
    public static String of(
            String title, int seconds, List<Mark> marks, Shade shaded, List<Chart> charts) {
        return new Plot(seconds, charts.size()).drawn(title, marks, shaded, charts);
    }

    /**
     * Seconds that are shaded.
     *
     * @param meaning what that means
     * @param seconds which, counted from 1
     */
    public record Shade(String meaning, List<Integer> seconds) {
        public Shade {
            seconds = List.copyOf(seconds);
        }
    }

    private String drawn(String title, List<Mark> marks, Shade shaded, List<Chart> all) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" role=\"img\">"
                        .formatted(LEFT + WIDTH + 20, TOP + charts * (HEIGHT + GAP)));
        add("<title>%s</title>".formatted(title));
        svg.append(STYLE);
        shade(shaded);
        marks.forEach(this::mark);
        for (int row = 0; row < charts; row++) {
            chart(row, all.get(row));
        }
        return svg.append("</svg>\n").toString();
    }

    private void shade(Shade shaded) {
        int height = (charts - 1) * (HEIGHT + GAP) + HEIGHT;
        for (int second : shaded.seconds()) {
            add(
                    "<rect class=\"closed\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                            .formatted(x(second - 1), TOP, tenths(x(1) - x(0)), height));
        }
        add(
                "<rect class=\"closed\" x=\"%s\" y=\"6\" width=\"14\" height=\"12\"/>"
                        .formatted(LEFT + 640));
        add("<text x=\"%s\" y=\"16\">%s</text>".formatted(LEFT + 660, shaded.meaning()));
    }

    private void mark(Mark mark) {
        double x = x(mark.second());
        add("<line class=\"axis\" x1=\"%s\" y1=\"24\" x2=\"%s\" y2=\"%s\"/>".formatted(x, x, TOP));
        add("<text x=\"%s\" y=\"36\">%s</text>".formatted(x + 4, mark.name()));
    }

    private void chart(int row, Chart chart) {
        int top = TOP + row * (HEIGHT + GAP);
        int bottom = top + HEIGHT;
        for (int part = 0; part <= 2; part++) {
            int y = bottom - HEIGHT * part / 2;
            add(
                    "<line class=\"grid\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                            .formatted(LEFT, y, LEFT + WIDTH, y));
            add(
                    "<text x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>"
                            .formatted(LEFT - 6, y + 4, chart.most() * part / 2));
        }
        add("<path class=\"axis\" d=\"M%s %sV%sH%s\"/>".formatted(LEFT, top, bottom, LEFT + WIDTH));
        for (int second = 0; second <= seconds; second += TICK_SECONDS) {
            add(
                    "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s s</text>"
                            .formatted(x(second), bottom + 16, second));
        }
        for (int i = 0; i < chart.curves().size(); i++) {
            curve(chart.curves().get(i), bottom, chart.most());
            legend(chart.curves().get(i), LEFT + i * 190, bottom + 34);
        }
    }

    private void curve(Curve curve, int bottom, int most) {
        String points =
                IntStream.range(0, curve.values().size())
                        .mapToObj(i -> point(i + 1, curve.values().get(i), bottom, most))
                        .collect(Collectors.joining(" "));
        add("<polyline class=\"line %s\" points=\"%s\"/>".formatted(curve.look(), points));
    }

    private String point(int second, int value, int bottom, int most) {
        double share = Math.min(1.0, value / (double) most);
        return x(second) + "," + tenths(bottom - HEIGHT * share);
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
