package dev.vignette.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.PhotoSource;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormTest {
    private static final TestServer SERVER = TestServer.open();
    private static final String BOUNDARY = "----vignette";

    private final ByteArrayOutputStream form = new ByteArrayOutputStream();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void readsTheSameMembersAsJson() {
        field("kind", "portrait_series");
        file("image", Samples.photo());
        field("prompt", "Grüße\r\nund mehr");
        field("count", "4");
        field("guidance", "7.5");
        field("randomize", "true");
        field("providers", "replicate");
        field("providers", "modelslab");
        field("labels", "{\"cost_center\":\"web-42\"}");
        field("metadata[order]", "17");

        HttpResponse<String> answer = send();

        GenerationAsk ask = SERVER.generations().asked();
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(ask.photo())
                .isInstanceOfSatisfying(
                        PhotoSource.Inline.class,
                        inline -> assertThat(inline.bytes()).isEqualTo(Samples.photo()));
        assertThat(ask.count()).isEqualTo(4);
        assertThat(ask.style().prompt()).isEqualTo("Grüße\r\nund mehr");
        assertThat(ask.style().guidance()).isEqualByComparingTo("7.5");
        assertThat(ask.style().randomize()).isTrue();
        assertThat(ask.providers()).containsExactly("replicate", "modelslab");
        assertThat(ask.labels()).isEqualTo(Map.of("cost_center", "web-42"));
        assertThat(ask.metadata()).isEqualTo(Map.of("order", "17"));
    }

    @Test
    void takesAnAddressAsAField() {
        field("kind", "headshot");
        field("image", "https://a.test/me.jpg");

        assertThat(send().statusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({
        "count, four, /count",
        "count, 4.0, /count",
        "count, '\"4\"', /count",
        "count, '', /count",
        "randomize, yes, /randomize",
        "labels, '[1]', /labels",
        "labels, nonsense, /labels",
        "unheard_of, 1, /unheard_of",
        "prompt, '', /prompt",
    })
    void namesTheFieldAtFault(String name, String value, String pointer) {
        field("kind", "headshot");
        file("image", Samples.photo());
        field(name, value);

        HttpResponse<String> answer = send();

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(TestServer.json(answer).path("errors").findValuesAsText("pointer"))
                .containsExactly(pointer);
    }

    @Test
    void refusesTwoPhotos() {
        field("kind", "headshot");
        file("image", Samples.photo());
        file("image", Samples.photo());

        assertThat(TestServer.json(send()).at("/errors/0/pointer").asText()).isEqualTo("/image");
    }

    @Test
    void refusesAPhotoAndAnAddress() {
        field("kind", "headshot");
        file("image", Samples.photo());
        field("image", "https://a.test/me.jpg");

        assertThat(TestServer.json(send()).at("/errors/0/pointer").asText()).isEqualTo("/image");
    }

    @Test
    void refusesAFormWithoutPhoto() {
        field("kind", "headshot");

        assertThat(TestServer.json(send()).at("/errors/0/pointer").asText()).isEqualTo("/image");
    }

    @Test
    void refusesAFileThatIsNotThePhoto() {
        field("kind", "headshot");
        file("image", Samples.photo());
        file("photo", Samples.photo());

        assertThat(TestServer.json(send()).at("/errors/0/pointer").asText()).isEqualTo("/photo");
    }

    @Test
    void refusesATextThatCallsItselfAPng() {
        field("kind", "headshot");
        file("image", "no photo at all".getBytes(UTF_8));

        assertThat(TestServer.json(send()).path("code").asText())
                .isEqualTo("unsupported_image_type");
    }

    @Test
    void refusesAFormThatBreaksOff() {
        field("kind", "headshot");
        file("image", Samples.photo());

        HttpResponse<String> answer = send("multipart/form-data; boundary=" + BOUNDARY, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("malformed_multipart");
    }

    @Test
    void refusesAFormWithoutBoundary() {
        field("kind", "headshot");

        HttpResponse<String> answer = send("multipart/form-data", "--" + BOUNDARY + "--\r\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TestServer.json(answer).path("code").asText()).isEqualTo("malformed_multipart");
    }

    private void field(String name, String value) {
        write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n", name);
        form.writeBytes((value + "\r\n").getBytes(UTF_8));
    }

    private void file(String name, byte[] bytes) {
        write("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"me.png\"\r\n", name);
        form.writeBytes("Content-Type: image/png\r\n\r\n".getBytes(UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n".getBytes(UTF_8));
    }

    private void write(String head, String name) {
        String text = head.replaceFirst("%s", BOUNDARY).replaceFirst("%s", name);
        form.writeBytes(text.getBytes(UTF_8));
    }

    private HttpResponse<String> send() {
        return send("multipart/form-data; boundary=" + BOUNDARY, "--" + BOUNDARY + "--\r\n");
    }

    private HttpResponse<String> send(String contentType, String end) {
        form.writeBytes(end.getBytes(UTF_8));
        return SERVER.send(
                SERVER.to("/v1/generations")
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
    }
}
