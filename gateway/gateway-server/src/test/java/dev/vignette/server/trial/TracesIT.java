package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Request;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request can be followed to the provider, if and only if the operator wants that. */
class TracesIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    /** Those that end last, in whatever order: all others are sent before one of them. */
    private static final List<String> LAST =
            List.of("POST /v1/generations", "production", "attempt", "copy");

    private static final String TRACEPARENT = "00-" + TRACE + "-" + CALLER + "-01";

    @TempDir Path directory;

    @Test
    void followsARequestFromItsCallerToTheProvider() throws Exception {
        try (Collector collector = Collector.start();
                Gateway gateway = Gateway.start(directory, sending(collector))) {
            Map<String, Object> members = Gateway.series("count", 2);

            JsonNode made = ask(gateway, members);

            assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
            gateway.program()
                    .await(
                            "not every span came: " + collector.of(TRACE),
                            () -> arrived(collector).containsAll(LAST));
            SentSpan request = one(collector, "POST /v1/generations");
            SentSpan production = one(collector, "production");
            SentSpan attempt = one(collector, "attempt");
            SentSpan order = one(collector, "generate_content flux-kontext-apps/portrait-series");
            assertThat(request.parent()).isEqualTo(CALLER);
            assertThat(request.kind()).isEqualTo(SentSpan.SERVER);
            assertThat(request.attributes())
                    .containsEntry("http.request.method", "POST")
                    .containsEntry("http.route", "/v1/generations")
                    .containsEntry("http.response.status_code", "200");
            assertThat(production.parent()).isEqualTo(request.id());
            assertThat(production.attributes())
                    .containsEntry("vignette.generation.id", made.path("id").asText());
            assertThat(attempt.parent()).isEqualTo(production.id());
            assertThat(order.parent()).isEqualTo(attempt.id());
            assertThat(order.kind()).isEqualTo(SentSpan.CLIENT);
            assertThat(order.attributes())
                    .containsEntry("gen_ai.operation.name", "generate_content")
                    .containsEntry("gen_ai.provider.name", "replicate")
                    .containsEntry("gen_ai.request.model", "flux-kontext-apps/portrait-series")
                    .containsEntry("gen_ai.request.choice.count", "2")
                    .containsEntry("gen_ai.output.type", "image")
                    .containsEntry(
                            "gen_ai.response.id",
                            made.path("attempts").get(0).path("provider_id").asText());
            assertThat(collector.of(TRACE))
                    .filteredOn(span -> span.name().equals("copy"))
                    .hasSize(2)
                    .allSatisfy(span -> assertThat(span.parent()).isEqualTo(production.id()));
            carriesThatAndNothingElse(gateway.replicate().orders().getLast(), order);
            tellsNoSecrets(gateway, collector);
            assertThat(gateway.program().output()).contains("\"trace_id\":\"" + TRACE + "\"");
        }
    }

    @Test
    void sendsNothingAndAddsNothingWhileTracesAreOff() throws Exception {
        try (Collector collector = Collector.start()) {
            Map<String, String> off =
                    Map.of(
                            "OTEL_EXPORTER_OTLP_ENDPOINT",
                            collector.address(),
                            "OTEL_SDK_DISABLED",
                            "true");
            try (Gateway gateway = Gateway.start(directory, off)) {
                JsonNode made = ask(gateway, Gateway.series());

                assertThat(made.path("status").asText()).isEqualTo("succeeded");
                assertThat(gateway.replicate().orders().getLast().header("traceparent")).isEmpty();
                assertThat(gateway.program().output()).doesNotContain("trace_id");
                gateway.program().terminate();
                assertThat(gateway.program().awaitEnd()).isIn(0, 143);
            }
            assertThat(collector.calls()).isZero();
        }
    }

    @Test
    void addsNothingWithoutAnyVariableAndNamesTheRequestInTheLog() throws Exception {
        try (Gateway gateway = Gateway.start(directory, Map.of())) {
            gateway.replicate().pictureTakes(30_000);
            String id = gateway.begin(Gateway.series());
            gateway.program().await("no order came", () -> !gateway.replicate().orders().isEmpty());

            gateway.send(
                    gateway.call("/v1/generations/" + id + "/cancel")
                            .header("X-Request-Id", "trial-4711")
                            .header("traceparent", TRACEPARENT)
                            .POST(BodyPublishers.noBody())
                            .build());

            assertThat(gateway.replicate().orders().getLast().header("traceparent")).isEmpty();
            assertThat(gateway.program().output().lines())
                    .anySatisfy(line ->
                            assertThat(line)
                                    .contains("called off by its client")
                                    .contains("\"request_id\":\"trial-4711\""))
                    .noneSatisfy(line -> assertThat(line).contains("trace_id"));
        }
    }

    private static Map<String, String> sending(Collector collector) {
        return Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                collector.address(),
                "OTEL_BSP_SCHEDULE_DELAY",
                "100");
    }

    private static JsonNode ask(Gateway gateway, Map<String, Object> members) throws Exception {
        return Gateway.read(
                gateway.send(
                        gateway.asking(
                                Gateway.written(members),
                                "Prefer",
                                "wait=50",
                                "traceparent",
                                TRACEPARENT,
                                "tracestate",
                                "shop=1",
                                "baggage",
                                "person=42")));
    }

    private static List<String> arrived(Collector collector) {
        return collector.of(TRACE).stream().map(SentSpan::name).toList();
    }

    private static SentSpan one(Collector collector, String name) {
        List<SentSpan> all =
                collector.of(TRACE).stream().filter(span -> span.name().equals(name)).toList();
        assertThat(all).as(name + " among " + arrived(collector)).hasSize(1);
        return all.getFirst();
    }

    private static void carriesThatAndNothingElse(Request sent, SentSpan order) {
        assertThat(sent.header("traceparent")).contains("00-" + TRACE + "-" + order.id() + "-01");
        assertThat(sent.header("tracestate")).isEmpty();
        assertThat(sent.header("baggage")).isEmpty();
    }

    private static void tellsNoSecrets(Gateway gateway, Collector collector) {
        assertThat(collector.of(TRACE))
                .allSatisfy(span ->
                        assertThat(String.join("\n", span.attributes().values()))
                                .doesNotContain(gateway.secrets())
                                .doesNotContain("://", "data:", "signature"));
    }
}
