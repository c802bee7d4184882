package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused at the door: an exact answer, and no vendor hears of it. */
@ExtendWith(SharedGateway.class)
class RefusedRequestsIT {
    private static final String BOUNDARY = "----trial";

    private final Gateway gateway;
    private int ordersBefore;

    RefusedRequestsIT(Gateway gateway) {
        this.gateway = gateway;
    }

    @BeforeEach
    void count() {
        ordersBefore = orders();
    }

    @AfterEach
    void noVendorHeardOfIt() {
        assertThat(orders()).isEqualTo(ordersBefore);
    }

    @Test
    void noPhoto() throws Exception {
        assertMember("/image", gateway.post("{\"kind\":\"headshot\"}"));
    }

    @Test
    void twoPhotosInAForm() throws Exception {
        assertMember("/image", form(Photos.fresh(), Photos.fresh()));
    }

    @Test
    void twoPhotosInJson() throws Exception {
        String photo = "\"image\":\"" + Photos.dataUri(Photos.fresh()) + "\"";

        assertMember(
                "/image", gateway.post("{\"kind\":\"headshot\",%s,%s}".formatted(photo, photo)));
    }

    @Test
    void aTextCalledPng() throws Exception {
        byte[] text = "Dear photographer,\n".getBytes(StandardCharsets.UTF_8);

        assertProblem(415, "unsupported_image_type", form(text));
    }

    @Test
    void aGif() throws Exception {
        assertProblem(415, "unsupported_image_type", form(Photos.gif()));
    }

    @Test
    void aSmallFileOfNineHundredMegapixels() throws Exception {
        byte[] bomb = Photos.bomb();
        assertThat(bomb.length).isBetween(2_500_000, 3_500_000);

        assertProblem(422, "image_too_many_pixels", form(bomb));
    }

    @Test
    void aPhotoOf16Megabytes() throws Exception {
        assertProblem(413, "too_large", form(Photos.padded(16_000_000)));
    }

    @Test
    void aBodyOf30Megabytes() throws Exception {
        assertProblem(413, "too_large", form(Photos.padded(30_000_000)));
    }

    @Test
    void brokenBase64() throws Exception {
        Map<String, Object> broken = Gateway.series("image", "data:image/png;base64,iVBORw0K*===");

        assertProblem(422, "invalid_image", gateway.ask(broken));
    }

    @Test
    void aPhotoThatBreaksOff() throws Exception {
        byte[] half = Arrays.copyOf(Photos.jpeg(), 150);

        assertProblem(422, "invalid_image", form(half));
    }

    @Test
    void noPictures() throws Exception {
        assertMember("/count", gateway.ask(Gateway.series("count", 0)));
    }

    @Test
    void morePicturesThanThirteen() throws Exception {
        assertMember("/count", gateway.ask(Gateway.series("count", 14)));
    }

    @Test
    void aTextForANumber() throws Exception {
        assertMember("/count", gateway.ask(Gateway.series("count", "4")));
    }

    @Test
    void anUnknownMember() throws Exception {
        assertMember("/colour", gateway.ask(Gateway.series("colour", "red")));
    }

    @Test
    void malformedJson() throws Exception {
        assertProblem(400, "malformed_json", gateway.post("{\"kind\": \"headshot\", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/me.png",
                "http://127.0.0.1/me.png",
                "https://127.1/me.png",
                "https://127.0.0.1./me.png",
                "https://2130706433/me.png",
                "https://0x7f000001/me.png",
                "https://0x7f.1/me.png",
                "https://0177.0.0.1/me.png",
                "https://017700000001/me.png",
                "https://127.255.255.254/me.png",
                "https://0/me.png",
                "https://0.0.0.0/me.png",
                "https://[::1]/me.png",
                "https://[::]/me.png",
                "https://[0:0:0:0:0:0:0:1]/me.png",
                "https://[::ffff:127.0.0.1]/me.png",
                "https://[::ffff:7f00:1]/me.png",
                "https://[::127.0.0.1]/me.png",
                "https://[64:ff9b::127.0.0.1]/me.png",
                "https://[2002:7f00:1::]/me.png",
                "https://localhost/me.png",
                "https://LocalHost/me.png",
                "https://localhost./me.png",
                "https://me@127.0.0.1/me.png",
                "https://example.com@127.0.0.1/me.png",
                "https://127.0.0.1:8443/me.png",
                "https://10.0.0.1/me.png",
                "https://172.16.0.1/me.png",
                "https://192.168.0.1/me.png",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/me.png",
                "https://224.0.0.1/me.png",
                "https://255.255.255.255/me.png",
                "https://[fd00::1]/me.png",
                "https://[fe80::1]/me.png",
            })
    void anAddressThatIsNotPublic(String address) throws Exception {
        HttpResponse<String> plain = gateway.ask(Gateway.series("image", "https://10.1.2.3/x"));

        HttpResponse<String> answer = gateway.ask(Gateway.series("image", address));

        assertProblem(422, "image_url_forbidden", answer);
        assertThat(withoutId(answer)).isEqualTo(withoutId(plain));
    }

    private void assertProblem(int status, String code, HttpResponse<String> answer)
            throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(problem(answer).path("code").asText()).isEqualTo(code);
    }

    private void assertMember(String pointer, HttpResponse<String> answer) throws Exception {
        assertProblem(422, "invalid_request", answer);
        assertThat(problem(answer).path("errors").valueStream().map(Object::toString))
                .anySatisfy(error -> assertThat(error).contains("\"" + pointer + "\""));
    }

    private static JsonNode problem(HttpResponse<String> answer) throws Exception {
        return Gateway.read(answer);
    }

    private static JsonNode withoutId(HttpResponse<String> answer) throws Exception {
        ObjectNode problem = (ObjectNode) problem(answer);
        problem.remove("request_id");
        return problem;
    }

    private HttpResponse<String> form(byte[]... photos) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"kind\"", "headshot".getBytes(StandardCharsets.UTF_8));
        for (byte[] photo : List.of(photos)) {
            part(body, "name=\"image\"; filename=\"me.png\"\r\nContent-Type: image/png", photo);
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return gateway.send(
                gateway.call("/v1/generations")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        String start = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head;
        body.writeBytes((start + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private int orders() {
        return gateway.replicate().orders().size() + gateway.modelslab().orders().size();
    }
}
