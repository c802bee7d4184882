package dev.vignette.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxIT {
    @TempDir Path directory;

    @Test
    void makesBothKindsShowsThemAndGoesOnServing() throws Exception {
        try (BuiltProgram program = BuiltProgram.sandbox(directory)) {
            program.control("replicate");

            JsonNode made =
                    BuiltProgram.json(program.get(program.api().resolve("/v1/generations")));

            assertThat(made.path("data").valueStream().map(one -> one.path("kind").asText()))
                    .containsExactlyInAnyOrder("headshot", "portrait_series");
            assertThat(made.path("data"))
                    .allSatisfy(
                            one -> assertThat(one.path("status").asText()).isEqualTo("succeeded"));
            assertThat(program.output())
                    .contains("A portrait series: 4 pictures by replicate, for 0.16 USD")
                    .contains("A headshot: one picture by modelslab, for 0.012 USD");
            String picture = made.path("data").get(0).path("images").get(0).path("url").asText();
            assertThat(program.get(URI.create(picture)).statusCode()).isEqualTo(200);
            assertThat(directory.resolve("vignette-sandbox/logs/cost.jsonl")).isNotEmptyFile();
            assertThat(directory.resolve("vignette-data")).doesNotExist();
        }
    }

    @Test
    void printsACallThatWorksWhenPasted() throws Exception {
        try (BuiltProgram program = BuiltProgram.sandbox(directory)) {
            program.control("replicate");
            String call =
                    program.output()
                            .lines()
                            .filter(l -> l.startsWith("curl "))
                            .findFirst()
                            .orElseThrow();

            Process shell = new ProcessBuilder(List.of("sh", "-c", call)).start();
            String answer =
                    new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(shell.waitFor()).isZero();
            assertThat(answer).contains("\"status\":\"succeeded\"").contains("\"sandbox\":true");
        }
    }

    @Test
    void keepsHealthAndMetricsOffTheApi() throws Exception {
        try (BuiltProgram program = BuiltProgram.sandbox(directory)) {
            assertThat(program.get(program.management().resolve("/health/readiness")).statusCode())
                    .isEqualTo(200);
            assertThat(program.get(program.management().resolve("/health/liveness")).statusCode())
                    .isEqualTo(200);
            assertThat(program.get(program.management().resolve("/prometheus")).statusCode())
                    .isEqualTo(200);
            for (String path : List.of("/health", "/health/readiness", "/prometheus", "/beans")) {
                assertThat(program.get(program.api().resolve(path)).statusCode()).isEqualTo(404);
            }
            assertThat(program.get(program.management().resolve("/v1/kinds")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void countsWithoutIdsOrAddresses() throws Exception {
        try (BuiltProgram program = BuiltProgram.sandbox(directory)) {
            program.control("replicate");

            String metrics = program.get(program.management().resolve("/prometheus")).body();

            assertThat(metrics)
                    .contains("vignette_requests_total", "vignette_generations_total")
                    .contains("vignette_attempts_total", "vignette_provider_calls_seconds")
                    .contains("vignette_copies_seconds", "vignette_spend_total");
            assertThat(metrics).doesNotContain("gen_", "prd_", "att_", "signature=");
        }
    }

    @Test
    void endsWhenToldTo() throws Exception {
        try (BuiltProgram program = BuiltProgram.sandbox(directory)) {
            program.control("replicate");

            program.terminate();

            assertThat(program.awaitEnd()).isIn(0, 143);
        }
    }

    @Test
    void keepsEverythingOverASuddenDeath() throws Exception {
        String before;
        try (BuiltProgram program = BuiltProgram.sandbox(directory)) {
            program.control("replicate");
            before = ids(program);
            program.kill();
        }

        try (BuiltProgram again = BuiltProgram.sandbox(directory)) {
            again.control("replicate");

            assertThat(ids(again)).endsWith(before);
            assertThat(again.output()).contains("(from the cache)");
        }
    }

    @Test
    void refusesADataDirectoryOfProduction() throws Exception {
        Path data = Files.createDirectory(directory.resolve("vignette-sandbox"));
        Files.writeString(data.resolve("owner"), "production");

        try (BuiltProgram program = BuiltProgram.start(directory, Map.of(), "--sandbox")) {
            assertThat(program.awaitEnd()).isEqualTo(78);
            assertThat(program.output()).contains("set VIGNETTE_DATA_DIR to another");
        }
    }

    private static String ids(BuiltProgram program) throws Exception {
        JsonNode page = BuiltProgram.json(program.get(program.api().resolve("/v1/generations")));
        return String.join(
                ",", page.path("data").valueStream().map(one -> one.path("id").asText()).toList());
    }
}
