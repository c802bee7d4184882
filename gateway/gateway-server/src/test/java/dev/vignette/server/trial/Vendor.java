package dev.vignette.server.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.modelslab.sandbox.ModelsLabDouble;
import dev.vignette.replicate.sandbox.ReplicateDouble;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.ProviderDouble;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.Request;
import dev.vignette.sandbox.RunningDouble;
import dev.vignette.sandbox.SandboxServer;
import dev.vignette.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A vendor as the program meets it: its double behind a front that keeps every order and can be
 * told what to answer. It lives in the tests' own process, so it survives the program's end.
 */
final class Vendor implements AutoCloseable {
    private static final int DEEPEST_PATH = 7;
    private static final List<String> PASSED_ON =
            List.of("Authorization", "Content-Type", "Prefer", "Cancel-After");
    private static final List<String> PASSED_BACK =
            List.of(
                    "Content-Type",
                    "Location",
                    "Retry-After",
                    "ratelimit-remaining",
                    "ratelimit-reset",
                    "Preference-Applied");

    private final RunningDouble played;
    private final String orderPath;
    private final SandboxServer front = SandboxServer.start();
    private final HttpClient line =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Request> orders = new CopyOnWriteArrayList<>();
    private final Queue<Twist> nextOrders = new ConcurrentLinkedQueue<>();
    private final Queue<Twist> nextLinks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger links = new AtomicInteger();
    private volatile Twist everyLink = Twist.NONE;
    private volatile Twist everyOrder = Twist.NONE;

    private Vendor(ProviderDouble vendor, String orderPath) {
        this.played = vendor.start(SandboxSettings.forTests(Clock.systemUTC()));
        this.orderPath = orderPath;
        for (int depth = 1; depth <= DEEPEST_PATH; depth++) {
            String path =
                    IntStream.range(0, depth)
                            .mapToObj(i -> "/{" + (char) ('a' + i) + "}")
                            .collect(Collectors.joining());
            front.route("GET", path, this::serve);
            front.route("POST", path, this::serve);
        }
    }

    static Vendor replicate() {
        return new Vendor(new ReplicateDouble(), "/predictions");
    }

    static Vendor modelslab() {
        return new Vendor(new ModelsLabDouble(), "/make_gen");
    }

    /** What the program takes for the vendor's API. */
    String baseUrl() {
        return front.origin() + played.baseUrl().getPath();
    }

    /** The only credential it accepts, unique. */
    String credential() {
        return played.credential();
    }

    /** The next order is answered like this. */
    void nextOrder(Twist twist) {
        nextOrders.add(twist);
    }

    /** Every order is answered like this from now on. */
    void everyOrder(Twist twist) {
        everyOrder = twist;
    }

    /** The next download of a picture is answered like this. */
    void nextLink(Twist twist) {
        nextLinks.add(twist);
    }

    /** Every download of a picture is answered like this from now on. */
    void everyLink(Twist twist) {
        everyLink = twist;
    }

    /** Every order that came, oldest first, also those that were refused. */
    List<Request> orders() {
        return List.copyOf(orders);
    }

    /** How many orders came that were the same as that one. */
    long timesSent(Request order) {
        return orders.stream().filter(one -> one.body().equals(order.body())).count();
    }

    /** How often pictures were asked for. */
    int downloads() {
        return links.get();
    }

    /** How long the double takes for a picture from now on. */
    void pictureTakes(int milliseconds) {
        control("PUT", "/pace", "{\"picture_millis\":%d}".formatted(milliseconds));
    }

    /** How many orders and other calls Replicate's double takes in a minute from now on. */
    void takesPerMinute(int orders, int reads) {
        control(
                "PUT",
                "/limits",
                "{\"orders_per_minute\":%d,\"reads_per_minute\":%d}".formatted(orders, reads));
    }

    /** Lets a fault of the double's own strike once. */
    void arm(String fault) {
        control("POST", "/faults", "{\"fault\":\"%s\"}".formatted(fault));
    }

    /** The jobs the double has taken, as its invoice lists them. */
    List<JsonNode> taken() {
        return control("GET", "/invoice", "").path("lines").valueStream().toList();
    }

    @Override
    public void close() {
        front.close();
        played.close();
        line.close();
    }

    private Reply serve(Request request) {
        String path = request.address().getPath();
        if (request.method().equals("POST") && path.endsWith(orderPath)) {
            orders.add(request);
            return twisted(nextOrders, everyOrder, request);
        }
        if (path.startsWith("/files/")) {
            links.incrementAndGet();
            return twisted(nextLinks, everyLink, request);
        }
        return proper(request);
    }

    private Reply twisted(Queue<Twist> next, Twist usual, Request request) {
        Twist twist = next.poll();
        Supplier<Reply.Whole> proper = () -> proper(request);
        return (twist == null ? usual : twist).answer(proper);
    }

    private Reply.Whole proper(Request request) {
        HttpRequest.Builder call =
                HttpRequest.newBuilder(origin().resolve(request.address()))
                        .method(
                                request.method(),
                                BodyPublishers.ofByteArray(request.body().array()));
        PASSED_ON.forEach(name -> request.header(name).ifPresent(v -> call.header(name, v)));
        HttpResponse<byte[]> answer = send(call.build());
        Map<String, String> headers = new HashMap<>();
        PASSED_BACK.forEach(
                name -> answer.headers().firstValue(name).ifPresent(v -> headers.put(name, v)));
        boolean json = headers.getOrDefault("Content-Type", "").contains("json");
        return new Reply.Whole(
                answer.statusCode(),
                headers,
                json ? throughTheFront(answer.body()) : Bytes.of(answer.body()));
    }

    private Bytes throughTheFront(byte[] json) {
        String text = new String(json, StandardCharsets.UTF_8);
        return Bytes.of(text.replace(origin().toString(), front.origin().toString()));
    }

    private URI origin() {
        return URI.create("http://" + played.baseUrl().getAuthority());
    }

    private JsonNode control(String method, String path, String body) {
        try {
            HttpRequest call =
                    HttpRequest.newBuilder(URI.create(played.controlUrl() + path))
                            .method(method, BodyPublishers.ofString(body))
                            .build();
            return new ObjectMapper().readTree(send(call).body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest call) {
        try {
            return line.send(call, BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
