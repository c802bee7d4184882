package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Request;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stays in the house, and what leaves nothing behind. */
@ExtendWith(SharedGateway.class)
class PrivacyIT {
    private static final String PLACE = "Somewhere-47.3769N-8.5417E";

    private final Gateway gateway;

    PrivacyIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @Test
    void whereAPhotoWasTakenStaysInTheHouse() throws Exception {
        byte[] photo = Photos.takenSomewhere(PLACE);
        assertThat(text(photo)).contains("Exif", PLACE);

        JsonNode made = gateway.make(Gateway.series("image", Photos.dataUri(photo)));

        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        Request order = gateway.replicate().orders().getLast();
        String image = order.json().path("input").path("input_image").asText();
        byte[] sent = Base64.getDecoder().decode(image.substring(image.indexOf(',') + 1));
        assertThat(sent).startsWith((byte) 0xFF, (byte) 0xD8);
        assertThat(text(sent)).doesNotContain("Exif", PLACE);
        for (Path file : gateway.files("")) {
            assertThat(text(Files.readAllBytes(file))).as(file.toString()).doesNotContain(PLACE);
        }
    }

    @Test
    void whatIsErasedLeavesNoFile() throws Exception {
        Set<Path> before = gateway.files("objects");
        JsonNode made = gateway.make(Gateway.series("cache", "off"));
        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        Set<Path> its = gateway.files("objects");
        its.removeAll(before);
        assertThat(its).isNotEmpty();
        String path = "/v1/generations/" + made.path("id").asText();

        HttpResponse<String> erasing = gateway.send(gateway.call(path).DELETE().build());

        assertThat(erasing.statusCode()).as(erasing.body()).isEqualTo(202);
        String erasure = "/v1/erasures/" + Gateway.read(erasing).path("id").asText();
        gateway.program().await("not erased", () -> state(erasure).equals("done"));
        assertThat(gateway.files("objects")).doesNotContainAnyElementsOf(its);
        assertThat(gateway.get(path).statusCode()).isEqualTo(410);
        assertThat(gateway.charges(made.path("id").asText())).hasSize(1);
    }

    private String state(String erasure) {
        try {
            return Gateway.read(gateway.get(erasure)).path("state").asText();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
