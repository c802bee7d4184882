package dev.vignette.server.trial;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes spans as OTLP over HTTP, on this machine only. */
final class Collector implements AutoCloseable {
    private final List<SentSpan> spans = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final HttpServer server;

    private Collector(HttpServer server) {
        this.server = server;
        server.createContext("/", this::take);
        server.start();
    }

    static Collector start() throws IOException {
        return new Collector(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<SentSpan> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    /** How often it was called, for whatever. */
    int calls() {
        return calls.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange call) throws IOException {
        calls.incrementAndGet();
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            if (call.getRequestURI().getPath().equals("/v1/traces")) {
                Protobuf.read(body)
                        .messages(1)
                        .flatMap(resource -> resource.messages(2))
                        .flatMap(scope -> scope.messages(2))
                        .map(SentSpan::read)
                        .forEach(spans::add);
            }
            call.sendResponseHeaders(200, -1);
        }
    }
}
