package dev.vignette.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.id.AttemptId;
import dev.vignette.portrait.ImageType;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
    private static final Bytes PICTURE = Bytes.of("a picture, as far as a link is concerned");

    private static final AttemptId ATTEMPT = new AttemptId("att_01k9c0ntracttest0000000000000000");

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.forTests(Clock.systemUTC()), faults());
    private final RunningDouble running = sandbox.running("/v1", "the-credential");
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        http.close();
        running.close();
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(running.baseUrl().getHost()).isEqualTo("127.0.0.1");
        assertThat(running.baseUrl().getPath()).isEqualTo("/v1");
        assertThat(running).asString().doesNotContain("the-credential");
    }

    @Test
    void answersARouteWithItsOpenPartsAndItsQuery() throws Exception {
        sandbox.server()
                .route(
                        "GET",
                        "/jobs/{id}/result",
                        request ->
                                Reply.json(
                                        200,
                                        Json.object()
                                                .put("id", request.variable("id"))
                                                .put("q", request.query("q").orElse("none"))));

        HttpResponse<String> answer = get("/jobs/j-1/result?a=b&q=x%20y");

        assertThat(answer.body()).isEqualTo("{\"id\":\"j-1\",\"q\":\"x y\"}");
    }

    @Test
    void doesNotFindWhatHasNoRoute() throws Exception {
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void servesAPictureUnderALinkThatDies() throws Exception {
        URI link = sandbox.links().publish(ImageType.PNG, () -> PICTURE);
        control("PUT", "/pace", "{\"link_life_seconds\": 0}");
        URI dead = sandbox.links().publish(ImageType.PNG, () -> PICTURE);

        assertThat(get(dead.getPath()).statusCode()).isEqualTo(404);
        assertThat(link).isNotEqualTo(dead);
    }

    @Test
    void servesTheBytesOfAPicture() throws Exception {
        URI link = sandbox.links().publish(ImageType.PNG, () -> PICTURE);

        HttpResponse<String> answer = get(link.getPath());

        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.body()).isEqualTo(new String(PICTURE.array(), UTF_8));
    }

    @Test
    void aLinkFailsAsOftenAsItWasTold() throws Exception {
        URI link = sandbox.links().publish(ImageType.PNG, () -> PICTURE);
        arm("link_not_found", 2);

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            statuses.add(get(link.getPath()).statusCode());
        }

        assertThat(statuses).containsExactly(404, 404, 200);
    }

    @Test
    void aLinkMayAnswerHtml() throws Exception {
        URI link = sandbox.links().publish(ImageType.PNG, () -> PICTURE);
        arm("link_html", 1);

        HttpResponse<String> answer = get(link.getPath());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<!doctype html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link_cut", "link_wrong_length"})
    void aLinkMayBreak(String fault) throws Exception {
        URI link = sandbox.links().publish(ImageType.PNG, () -> PICTURE);
        // The JDK client sends a GET again when a connection breaks.
        arm(fault, 9);

        assertThatThrownBy(() -> get(link.getPath())).isInstanceOf(IOException.class);
    }

    @Test
    void aLinkMayComeByteByByte() throws Exception {
        URI link = sandbox.links().publish(ImageType.PNG, () -> Bytes.of("ab"));
        arm("link_one_byte_a_second", 1);
        long start = System.nanoTime();

        HttpResponse<String> answer = get(link.getPath());

        assertThat(answer.body()).isEqualTo("ab");
        assertThat(System.nanoTime() - start).isGreaterThan(900_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut_half_read",
                "cut_before_accepting",
                "cut_after_accepting",
                "half_answer"
            })
    void aCallMayBreak(String fault) throws Exception {
        List<String> taken = new ArrayList<>();
        takeOrders(taken);
        arm(fault, 1);

        assertThatThrownBy(() -> send("POST", "/order", "{}", "application/json"))
                .isInstanceOf(IOException.class);

        assertThat(taken).hasSize(fault.matches("cut_half_read|cut_before_accepting") ? 0 : 1);
        assertThat(send("POST", "/order", "{}", "application/json")).isEqualTo(200);
    }

    @Test
    void showsWhatCanGoWrongAndWhatIsArmed() throws Exception {
        arm("link_html", 3);

        JsonNode description = Json.read(get("/control").body().getBytes(UTF_8));

        assertThat(description.path("faults").path("half_answer").asText()).isNotBlank();
        assertThat(description.path("armed").path("link_html").asInt()).isEqualTo(3);
    }

    @Test
    void disarmsEverything() throws Exception {
        arm("link_html", 3);

        control("DELETE", "/faults", "");

        assertThat(sandbox.faults().armed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"fault\": \"rain\"}", "{\"fault\": \"link_html\", \"times\": -1}"})
    void refusesFaultsThereAreNot(String wish) throws Exception {
        assertThat(control("POST", "/faults", wish)).isEqualTo(422);
    }

    @Test
    void writesAnInvoiceOverEverythingAccepted() throws Exception {
        sandbox.invoice().accept("j-1", Set.of(ATTEMPT));
        sandbox.invoice().accept("j-2", Set.of());
        sandbox.invoice().charge("j-1", 4, new BigDecimal("0.16"));

        JsonNode invoice = Json.read(get("/control/invoice").body().getBytes(UTF_8));

        assertThat(invoice.path("accepted").asInt()).isEqualTo(2);
        assertThat(invoice.path("pictures").asInt()).isEqualTo(4);
        assertThat(invoice.path("amount").asText()).isEqualTo("0.16");
        assertThat(invoice.path("lines").path(0).path("attempts").path(0).asText())
                .isEqualTo(ATTEMPT.value());
        assertThat(invoice.path("lines").path(1).path("job").asText()).isEqualTo("j-2");
    }

    @Test
    void readsThePartsOfAForm() throws Exception {
        List<String> seen = new ArrayList<>();
        sandbox.server()
                .route(
                        "POST",
                        "/form",
                        request -> {
                            request.parts()
                                    .forEach((name, part) -> seen.add(name + " " + part.content()));
                            return Reply.empty(204);
                        });
        String form =
                "--xx\r\nContent-Disposition: form-data; name=\"filename\"\r\n\r\nface.png\r\n"
                        + "--xx\r\nContent-Disposition: form-data; name=\"content\";"
                        + " filename=\"f\"\r\nContent-Type: image/png\r\n\r\nab\r\ncd\r\n--xx--\r\n";

        int status = send("POST", "/form", form, "multipart/form-data; boundary=xx");

        assertThat(status).isEqualTo(204);
        assertThat(seen).containsExactly("filename 8 bytes", "content 6 bytes");
    }

    @Test
    void readsAReferencePhotoFromALinkAndFromBase64() {
        URI link = sandbox.links().publish(ImageType.PNG, () -> PICTURE);

        assertThat(ReferencePhotos.read(link.toString())).contains(PICTURE);
        assertThat(ReferencePhotos.read("data:image/png;base64,YWI=")).contains(Bytes.of("ab"));
        assertThat(ReferencePhotos.read("YWI=")).contains(Bytes.of("ab"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://192.0.2.1/face.png", "http://127.0.0.1:1/face.png", ""})
    void getsNoPhotoFromElsewhere(String source) {
        assertThat(ReferencePhotos.read(source)).isEmpty();
    }

    private void takeOrders(List<String> taken) {
        sandbox.orders(
                "/order",
                sandbox.faulty(request -> {
                    taken.add(new String(request.body().array(), UTF_8));
                    return Reply.json(200, Json.object().put("id", "j-1"));
                }));
    }

    private static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(List.of(CallFault.values()));
        faults.addAll(List.of(LinkFault.values()));
        return faults;
    }

    private void arm(String fault, int times) throws Exception {
        int status =
                control(
                        "POST",
                        "/faults",
                        "{\"fault\": \"" + fault + "\", \"times\": " + times + "}");
        assertThat(status).isEqualTo(200);
    }

    private int control(String method, String path, String json) throws Exception {
        return send(method, "/control" + path, json, "application/json");
    }

    private int send(String method, String path, String body, String type) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(sandbox.server().origin() + path))
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create(sandbox.server().origin() + path);
        return http.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
