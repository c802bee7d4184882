package dev.vignette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedStartIT {
    private static final Map<String, String> ACCOUNT = Map.of("REPLICATE_API_TOKEN", "r8_none");

    @TempDir Path directory;

    @Test
    void saysWhichVariableANewcomerHasToSet() throws Exception {
        assertThat(refusal(Map.of()))
                .containsExactly(
                        "Vignette cannot start: no provider is configured; set MODELSLAB_API_KEY or"
                                + " REPLICATE_API_TOKEN, or try --sandbox, which needs none");
    }

    @Test
    void namesEveryFaultOfTheFileInOneLine() throws Exception {
        Files.writeString(directory.resolve("vignette.yml"), "vignette:\n  cahce: {}\n  x: 1\n");

        assertThat(refusal(ACCOUNT))
                .containsExactly(
                        "Vignette cannot start: vignette.yml: line 2: unknown key 'cahce' (did you mean"
                                + " 'cache'?); line 3: unknown key 'x'");
    }

    @Test
    void doesNotListenToStrangersWithoutClients() throws Exception {
        Map<String, String> open =
                Map.of("REPLICATE_API_TOKEN", "r8_none", "VIGNETTE_HOST", "0.0.0.0");

        assertThat(refusal(open)).singleElement().asString().contains("no client is configured");
    }

    @Test
    void wantsABucketWhereGatewaysShareADatabase() throws Exception {
        Map<String, String> shared =
                Map.of(
                        "REPLICATE_API_TOKEN",
                        "r8_none",
                        "VIGNETTE_DATABASE_URL",
                        "jdbc:postgresql://localhost/vignette");

        assertThat(refusal(shared))
                .singleElement()
                .asString()
                .contains("set VIGNETTE_S3_BUCKET, or unset VIGNETTE_DATABASE_URL");
    }

    @Test
    void saysThatTheDatabaseCannotBeReached() throws Exception {
        Map<String, String> shared =
                Map.of(
                        "REPLICATE_API_TOKEN", "r8_none",
                        "VIGNETTE_S3_BUCKET", "pictures",
                        "VIGNETTE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/vignette",
                        "VIGNETTE_DATABASE_PASSWORD", "hush");

        assertThat(refusal(shared))
                .singleElement()
                .asString()
                .contains("the database cannot be reached", "check VIGNETTE_DATABASE_URL")
                .doesNotContain("hush");
    }

    @Test
    void leavesADataDirectoryToWhoHasIt() throws Exception {
        try (BuiltProgram first = BuiltProgram.start(directory, ACCOUNT)) {
            first.awaitReady();

            assertThat(refusal(ACCOUNT)).last().asString().contains("in use by another process");
        }
    }

    @Test
    void explainsItselfWhenMisused() throws Exception {
        try (BuiltProgram program = BuiltProgram.start(directory, Map.of(), "--sandbx")) {
            assertThat(program.awaitEnd()).isEqualTo(64);
            assertThat(program.output()).contains("unknown option '--sandbx'", "Usage: vignette");
        }
    }

    private List<String> refusal(Map<String, String> environment) throws Exception {
        try (BuiltProgram program = BuiltProgram.start(directory, environment)) {
            assertThat(program.awaitEnd()).as(program.output()).isEqualTo(78);
            return program.output().lines().filter(line -> !line.startsWith("{")).toList();
        }
    }
}
