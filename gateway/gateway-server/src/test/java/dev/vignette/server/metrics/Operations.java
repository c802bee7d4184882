package dev.vignette.server.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files for operators under docs/operations. */
final class Operations {
    private static final Path FOLDER = Path.of("..", "..", "docs", "operations");

    private Operations() {}

    static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve("vignette-dashboard.json").toFile());
    }

    /** The panels that show something, without the headings between them. */
    static List<JsonNode> panels() throws IOException {
        return dashboard()
                .path("panels")
                .valueStream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    static List<JsonNode> alerts() throws IOException {
        return new YAMLMapper()
                .readTree(FOLDER.resolve("vignette-alerts.yml").toFile())
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    /** Every expression in both, by where it stands. */
    static Map<String, PromQl> expressions() throws IOException {
        Map<String, PromQl> found = new TreeMap<>();
        for (JsonNode panel : panels()) {
            String title = "panel " + panel.path("title").asText();
            panel.path("targets")
                    .valueStream()
                    .forEach(target ->
                            found.put(
                                    title + " " + target.path("refId").asText(),
                                    PromQl.of(target.path("expr").asText())));
        }
        for (JsonNode alert : alerts()) {
            found.put(
                    "alert " + alert.path("alert").asText(),
                    PromQl.of(alert.path("expr").asText()));
        }
        return found;
    }

    /** The series that both name. */
    static Stream<String> series() throws IOException {
        return expressions().values().stream().flatMap(read -> read.metrics().stream()).distinct();
    }
}
