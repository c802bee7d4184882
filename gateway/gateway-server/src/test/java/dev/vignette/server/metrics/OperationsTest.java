package dev.vignette.server.metrics;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Dashboard and alarms ask for what docs/metrics.md promises, and the other way round. */
class OperationsTest {
    /** What Prometheus itself adds to every series, and what a histogram's buckets have. */
    private static final Set<String> COMMON = Set.of("instance", "job", "le");

    @Test
    void dashboardAndAlarmsUseDocumentedMetricsOnly() throws Exception {
        Set<String> documented = DocumentedMetric.bySeries().keySet();

        Operations.expressions()
                .forEach((place, read) -> {
                    assertThat(read.metrics()).as(place).isNotEmpty();
                    assertThat(read.metrics())
                            .as(place)
                            .filteredOn(name -> name.startsWith("vignette"))
                            .isSubsetOf(documented);
                });
    }

    @Test
    void theySelectAndGroupByDocumentedLabelsOnly() throws Exception {
        Map<String, DocumentedMetric> documented = DocumentedMetric.bySeries();

        for (Map.Entry<String, PromQl> expression : Operations.expressions().entrySet()) {
            PromQl read = expression.getValue();
            for (PromQl.Label label : read.selected()) {
                if (documented.containsKey(label.metric())) {
                    assertThat(documented.get(label.metric()).labels())
                            .as(expression.getKey() + " " + label.metric())
                            .contains(label.name());
                }
            }
            for (String metric : read.metrics()) {
                if (documented.containsKey(metric)) {
                    Set<String> known = new HashSet<>(documented.get(metric).labels());
                    known.addAll(COMMON);
                    assertThat(known)
                            .as(expression.getKey() + " " + metric)
                            .containsAll(read.grouped());
                }
            }
        }
    }

    @Test
    void everyDocumentedMetricIsOnTheDashboardOrInAnAlarm() throws Exception {
        Set<String> used = Operations.series().collect(toSet());

        assertThat(DocumentedMetric.all())
                .allSatisfy(metric -> assertThat(metric.series()).containsAnyElementsOf(used));
    }

    @Test
    void everyFigureIsDocumentedAsAGauge() throws Exception {
        List<String> documented =
                DocumentedMetric.all().stream()
                        .filter(metric -> metric.type().equals("gauge"))
                        .map(DocumentedMetric::name)
                        .toList();

        assertThat(Arrays.stream(Figure.values()).map(Figure::wireName))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void theDashboardCanBeLoaded() throws Exception {
        JsonNode dashboard = Operations.dashboard();

        assertThat(dashboard.path("uid").asText()).isEqualTo("vignette");
        assertThat(dashboard.path("title").asText()).isNotBlank();
        assertThat(dashboard.path("schemaVersion").asInt()).isPositive();
        assertThat(
                        dashboard
                                .path("templating")
                                .path("list")
                                .valueStream()
                                .map(one -> one.path("name").asText()))
                .containsExactly("datasource", "provider");
        assertThat(dashboard.path("panels").valueStream().map(panel -> panel.path("id").asInt()))
                .doesNotHaveDuplicates();
        assertThat(Operations.panels())
                .isNotEmpty()
                .allSatisfy(panel -> {
                    assertThat(panel.path("title").asText()).isNotBlank();
                    assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
                    assertThat(panel.path("targets")).isNotEmpty();
                });
    }

    @Test
    void everyAlarmSaysCauseConsequenceAndNextStep() throws Exception {
        List<JsonNode> alerts = Operations.alerts();

        assertThat(alerts.stream().map(alert -> alert.path("alert").asText()))
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("Vignette[A-Z]\\w+"));
        assertThat(alerts)
                .allSatisfy(alert -> {
                    assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
                    assertThat(alert.at("/annotations/description").asText())
                            .contains("Cause: ", "Consequence: ", "Next: ");
                    assertThat(alert.at("/labels/severity").asText()).isIn("warning", "critical");
                });
    }

    @Test
    void everyAlarmIsExplained() throws Exception {
        String page = Files.readString(Path.of("..", "..", "docs", "operations.md"));

        assertThat(Operations.alerts())
                .allSatisfy(alert ->
                        assertThat(page).contains("`" + alert.path("alert").asText() + "`"));
    }
}
