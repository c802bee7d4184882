package dev.vignette.server.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of docs/metrics.md.
 *
 * @param name the metric
 * @param labels its labels
 * @param type {@code counter}, {@code gauge}, {@code histogram} or {@code summary}
 * @param there when it is there
 */
record DocumentedMetric(String name, Set<String> labels, String type, String there) {
    private static final Path FILE = Path.of("..", "..", "docs", "metrics.md");
    private static final Pattern LINE =
            Pattern.compile(
                    "(?m)^\\| `(vignette_\\w+)` \\|([^|]*)\\| (\\w+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");
    private static final Map<String, List<String>> SUFFIXES =
            Map.of(
                    "counter", List.of(""),
                    "gauge", List.of(""),
                    "histogram", List.of("_bucket", "_count", "_sum", "_max"),
                    "summary", List.of("_count", "_sum", "_max"));

    /** All of them by the names of their series. */
    static Map<String, DocumentedMetric> bySeries() throws IOException {
        return all().stream()
                .flatMap(metric -> metric.series().map(name -> Map.entry(name, metric)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static List<DocumentedMetric> all() throws IOException {
        return LINE.matcher(Files.readString(FILE)).results().map(DocumentedMetric::read).toList();
    }

    /** The names Prometheus knows it by. */
    Stream<String> series() {
        return SUFFIXES.getOrDefault(type, List.of()).stream().map(suffix -> name + suffix);
    }

    /** Whether a gateway that has made one of everything tells it. */
    boolean expected() {
        return there.equals("from the start") || there.equals("after the first");
    }

    /** Values stand in brackets behind their label, and are no labels. */
    private static DocumentedMetric read(MatchResult line) {
        String outside = line.group(2).replaceAll("\\([^)]*\\)", "");
        Set<String> labels =
                WORD.matcher(outside)
                        .results()
                        .map(word -> word.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        return new DocumentedMetric(line.group(1), labels, line.group(3), line.group(4).strip());
    }
}
