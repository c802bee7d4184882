package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.tck.objects.S3Server;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The bucket is away while paid pictures are to be stored. */
@Execution(ExecutionMode.CONCURRENT)
class StorageOutageIT {
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    @TempDir Path directory;

    @Test
    void nothingIsLostAndEverythingIsFinishedLater() throws Exception {
        try (S3Server bucket = S3Server.start(directory.resolve("s3"));
                Gateway gateway = Gateway.start(directory, settings(bucket))) {
            String before = gateway.begin(Gateway.series());
            assertStored(gateway, before);
            gateway.replicate().pictureTakes(1_500);
            String during = gateway.begin(Gateway.series());
            gateway.program().await("not accepted", () -> gateway.replicate().taken().size() == 2);

            bucket.interrupt();
            Instant begun = Instant.now();
            gateway.program()
                    .await(
                            "no outage",
                            () ->
                                    gateway.program().output().contains("store is unavailable")
                                            && Instant.now().isAfter(begun.plus(OUTAGE)));
            JsonNode waiting = gateway.generation(during);
            assertThat(waiting.path("status").asText()).isEqualTo("storing");
            bucket.resume();

            assertStored(gateway, during);
            assertThat(bucket.objects()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(gateway.replicate().orders()).hasSize(2);
        }
    }

    private static void assertStored(Gateway gateway, String id) throws Exception {
        JsonNode made = gateway.ended(id);
        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        assertThat(made.path("cost").path("amount").asText()).isEqualTo("0.04");
        assertThat(gateway.charges(id)).hasSize(1);
        JsonNode image = made.path("images").get(0);
        assertThat(gateway.download(image.path("url").asText()))
                .hasSize(image.path("bytes").asInt());
    }

    private static Map<String, String> settings(S3Server bucket) {
        return Map.of(
                "VIGNETTE_S3_BUCKET",
                S3Server.BUCKET,
                "VIGNETTE_S3_ENDPOINT",
                bucket.endpoint().toString(),
                "VIGNETTE_S3_REGION",
                "us-east-1",
                "VIGNETTE_S3_PATH_STYLE",
                "true",
                "AWS_ACCESS_KEY_ID",
                S3Server.ACCESS_KEY_ID,
                "AWS_SECRET_ACCESS_KEY",
                S3Server.SECRET_ACCESS_KEY);
    }
}
