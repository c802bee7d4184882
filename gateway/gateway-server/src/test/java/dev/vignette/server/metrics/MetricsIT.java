package dev.vignette.server.metrics;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.server.BuiltProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program tells what docs/metrics.md says, and nothing else of its own. */
class MetricsIT {
    private static final Pattern SERIES =
            Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{[^}]*})? ");

    @TempDir Path directory;

    @Test
    void theProgramTellsWhatIsDocumentedAndWhatTheDashboardAsksFor() throws Exception {
        try (BuiltProgram program = BuiltProgram.sandbox(directory)) {
            program.control("replicate");

            Set<String> told = told(program);

            Set<String> documented = DocumentedMetric.bySeries().keySet();
            List<String> expected =
                    DocumentedMetric.all().stream()
                            .filter(DocumentedMetric::expected)
                            .flatMap(DocumentedMetric::series)
                            .toList();
            assertThat(told).containsAll(expected);
            assertThat(told)
                    .filteredOn(name -> name.startsWith("vignette_"))
                    .isSubsetOf(documented);
            assertThat(Operations.series().filter(name -> !name.startsWith("vignette_")))
                    .isNotEmpty()
                    .isSubsetOf(told);
        }
    }

    private static Set<String> told(BuiltProgram program) throws Exception {
        String metrics = program.get(program.management().resolve("/prometheus")).body();
        return SERIES.matcher(metrics).results().map(line -> line.group(1)).collect(toSet());
    }
}
