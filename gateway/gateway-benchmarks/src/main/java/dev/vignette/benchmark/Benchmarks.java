package dev.vignette.benchmark;

import dev.vignette.benchmark.measure.Figure;
import dev.vignette.benchmark.measure.Measurement;
import dev.vignette.benchmark.process.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes the measurements and prints a table of them. */
public final class Benchmarks {
    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param names the measurements to make; none for all
     */
    public static void main(String[] names) throws IOException {
        Locale.setDefault(Locale.ROOT);
        Path home = Path.of(System.getProperty("vignette.home"));
        Path directory = Files.createTempDirectory("vignette-benchmarks");
        Workbench bench = new Workbench(home, directory);
        List<String> table = new ArrayList<>();
        boolean broken = false;
        for (Measurement measurement : chosen(names)) {
            System.err.println(Instant.now() + " " + measurement.name() + " ...");
            try {
                measurement.take(bench.in(measurement.name())).forEach(f -> table.add(line(f)));
            } catch (RuntimeException e) {
                broken = true;
                e.printStackTrace();
                table.add(line(new Figure(measurement.name(), "FAILED, see " + directory, "")));
            }
        }
        System.out.printf(
                "%n%s, Java %s, %d processors%n%n",
                Instant.now(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        System.out.println("| Measured | Figure | Aim |");
        System.out.println("|---|---|---|");
        table.forEach(System.out::println);
        System.exit(broken ? 1 : 0);
    }

    private static List<Measurement> chosen(String[] names) {
        Set<String> wanted = Set.of(names);
        return Measurement.all().stream()
                .filter(measurement -> wanted.isEmpty() || wanted.contains(measurement.name()))
                .toList();
    }

    private static String line(Figure figure) {
        return "| %s | %s | %s |".formatted(figure.what(), figure.value(), figure.aim());
    }
}
