package dev.vignette.storage.objects;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A server with the oldest part of S3 only: it knows no checksums, and no conditions, which it
 * refuses or ignores. It can be told to fail its next answers. Signatures are not looked at.
 */
final class SimpleS3 implements AutoCloseable {
    private static final int NO_CONTENT = -1;
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private final HttpServer server;
    private final Map<String, ByteBuffer> objects = new ConcurrentHashMap<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final boolean refusesConditions;

    /**
     * An answer that is given once instead of the right one.
     *
     * @param status its status
     * @param code S3's name for the error
     * @param afterwards whether the request is carried out nevertheless
     */
    record Fault(int status, String code, boolean afterwards) {}

    private SimpleS3(boolean refusesConditions) throws IOException {
        this.refusesConditions = refusesConditions;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** One that answers 501 to a condition. */
    static SimpleS3 refusingConditions() throws IOException {
        return new SimpleS3(true);
    }

    /** One that writes whatever the condition says. */
    static SimpleS3 ignoringConditions() throws IOException {
        return new SimpleS3(false);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void failNext(Fault fault) {
        faults.add(fault);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = body(exchange);
            var fault = faults.isEmpty() ? null : faults.removeFirst();
            if (fault != null && !fault.afterwards()) {
                fail(exchange, fault);
                return;
            }
            if (refusesConditions && exchange.getRequestHeaders().containsKey("If-None-Match")) {
                fail(exchange, new Fault(501, "NotImplemented", false));
                return;
            }
            var answer = carryOut(exchange, body);
            if (fault != null) {
                fail(exchange, fault);
                return;
            }
            send(exchange, answer);
        }
    }

    /** Over plain http the SDK sends signed chunks: a line with the size in hex, then the bytes. */
    private static byte[] body(HttpExchange exchange) throws IOException {
        var sent = exchange.getRequestBody().readAllBytes();
        if (!"aws-chunked".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            return sent;
        }
        var whole = new ByteArrayOutputStream();
        var text = new String(sent, StandardCharsets.ISO_8859_1);
        for (var start = 0; start < text.length(); ) {
            var size = Integer.parseInt(text.substring(start, text.indexOf(';', start)), 16);
            var data = text.indexOf("\r\n", start) + 2;
            whole.write(sent, data, size);
            start = data + size + 2;
        }
        return whole.toByteArray();
    }

    private Answer carryOut(HttpExchange exchange, byte[] body) {
        var path = exchange.getRequestURI().getPath();
        return switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(path, ByteBuffer.wrap(body));
                yield new Answer(200, EMPTY);
            }
            case "DELETE" -> {
                objects.remove(path);
                yield new Answer(204, EMPTY);
            }
            case "GET", "HEAD" -> {
                var found = objects.get(path);
                yield found == null ? new Answer(404, error("NoSuchKey")) : new Answer(200, found);
            }
            case String other -> throw new IllegalStateException("nobody asks for " + other);
        };
    }

    private static void fail(HttpExchange exchange, Fault fault) throws IOException {
        send(exchange, new Answer(fault.status(), error(fault.code())));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "image/png");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders()
                    .set("Content-Length", Integer.toString(answer.body().limit()));
            exchange.sendResponseHeaders(answer.status(), NO_CONTENT);
            return;
        }
        var length = answer.body().limit() == 0 ? NO_CONTENT : answer.body().limit();
        exchange.sendResponseHeaders(answer.status(), length);
        exchange.getResponseBody().write(answer.body().array());
    }

    private static ByteBuffer error(String code) {
        var text = "<Error><Code>" + code + "</Code><Message>no</Message></Error>";
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private record Answer(int status, ByteBuffer body) {}
}
