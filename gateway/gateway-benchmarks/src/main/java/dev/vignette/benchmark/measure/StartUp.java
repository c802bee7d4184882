package dev.vignette.benchmark.measure;

import dev.vignette.benchmark.process.Gateway;
import dev.vignette.benchmark.process.Workbench;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** From the command {@code ./vignette --sandbox} to the line that says it is ready. */
final class StartUp implements Measurement {
    private static final int TIMES = 5;

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public List<Figure> take(Workbench bench) {
        start(bench.in("first"));
        Samples samples =
                Samples.of(
                        IntStream.range(0, TIMES).mapToDouble(i -> start(bench.in("start-" + i))));
        DoubleStream again = IntStream.range(0, TIMES).mapToDouble(_ -> start(bench.in("first")));
        return List.of(
                Figure.of("start-up, new data directory", "%.0f ms".formatted(samples.median()))
                        .aiming("<= 3000 ms"),
                Figure.of(
                                "start-up, used data directory",
                                "%.0f ms".formatted(Samples.of(again).median()))
                        .aiming("<= 3000 ms"));
    }

    private static double start(Workbench bench) {
        try (Gateway gateway = bench.gateway(Map.of(), "--sandbox")) {
            return gateway.startUp().toMillis();
        }
    }
}
