package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.SandboxServer;
import dev.vignette.server.BuiltProgram;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox fetches photos from loopback, and from nowhere else that is not public. */
@TestInstance(Lifecycle.PER_CLASS)
class SandboxPhotosIT {
    private final SandboxServer web = SandboxServer.start();
    private BuiltProgram program;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        byte[] photo = Photos.fresh();
        web.route("GET", "/me.png", _ -> Reply.file("image/png", Bytes.of(photo)));
        program = BuiltProgram.sandbox(directory);
    }

    @AfterAll
    void stop() {
        program.close();
        web.close();
    }

    @Test
    void loopbackMayBeNamed() throws Exception {
        HttpResponse<String> answer = ask(web.origin() + "/me.png");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"succeeded\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/me.png",
                "https://169.254.169.254/latest/meta-data",
                "https://192.168.0.1/me.png",
                "https://[fd00::1]/me.png",
                "https://[::ffff:10.0.0.1]/me.png",
                "https://[64:ff9b::10.0.0.1]/me.png",
            })
    void aRedirectIsCheckedAnew(String target) throws Exception {
        String path = "/moved" + Integer.toHexString(target.hashCode());
        web.route("GET", path, _ -> new Reply.Whole(302, Map.of("Location", target), Bytes.NONE));

        HttpResponse<String> answer = ask(web.origin() + path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\":\"image_url_forbidden\"");
    }

    private HttpResponse<String> ask(String address) throws Exception {
        String body = "{\"kind\":\"headshot\",\"image\":\"%s\"}".formatted(address);
        return program.post(program.api().resolve("/v1/generations"), body);
    }
}
