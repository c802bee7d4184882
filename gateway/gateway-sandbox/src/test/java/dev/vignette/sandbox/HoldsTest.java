package dev.vignette.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldsTest {
    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.forTests(Clock.systemUTC()), List.of(CallFault.values()));
    private final RunningDouble running = sandbox.running("", "the-credential");
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    @BeforeEach
    void takeOrders() {
        sandbox.orders("/order", sandbox.faulty(this::take));
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        running.close();
    }

    @ParameterizedTest
    @CsvSource({"half_read, 0", "read, 0", "taken, 1"})
    void keepsAnOrderWhereItWasToldUntilItIsToldToGoOn(String point, int alreadyTaken)
            throws Exception {
        assertThat(control("POST", "{\"at\": \"" + point + "\"}").statusCode()).isEqualTo(200);

        CompletableFuture<HttpResponse<Void>> order = http.sendAsync(order(), discarding());
        awaitHeld(point, 1);
        assertThat(taken).hasSize(alreadyTaken);
        assertThat(order).isNotDone();

        control("DELETE", "");
        assertThat(order.join().statusCode()).isEqualTo(200);
        assertThat(taken).containsExactly("{\"an\": \"order\"}");
        assertThat(http.send(order(), discarding()).statusCode()).isEqualTo(200);
    }

    @Test
    void anOrderWhoseSenderDiesHalfReadIsNotTaken() throws Exception {
        control("POST", "{\"at\": \"half_read\"}");
        try (Socket sender =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.server().origin().getPort())) {
            String half = "POST /order HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n0123456789";
            sender.getOutputStream().write(half.getBytes(UTF_8));
            awaitHeld("half_read", 1);
        }

        control("DELETE", "");
        awaitHeld("half_read", 0);

        assertThat(http.send(order(), discarding()).statusCode()).isEqualTo(200);
        assertThat(taken).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"at\": \"never\"}", "{\"at\": \"read\", \"times\": 0}"})
    void refusesWhatItDoesNotUnderstand(String wish) throws Exception {
        assertThat(control("POST", wish).statusCode()).isEqualTo(422);
    }

    private Reply take(Request request) {
        taken.add(new String(request.body().array(), UTF_8));
        return Reply.empty(200);
    }

    private void awaitHeld(String point, int orders) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (held().path(point).asInt() != orders) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private JsonNode held() throws Exception {
        return Json.read(control("GET", "").body()).path("held");
    }

    private HttpRequest order() {
        return HttpRequest.newBuilder(URI.create(sandbox.server().origin() + "/order"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"an\": \"order\"}"))
                .build();
    }

    private HttpResponse<byte[]> control(String method, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(running.controlUrl() + "/holds"))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse.BodyHandler<Void> discarding() {
        return HttpResponse.BodyHandlers.discarding();
    }
}
