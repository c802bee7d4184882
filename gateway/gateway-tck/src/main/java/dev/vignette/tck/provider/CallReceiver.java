package dev.vignette.tck.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vignette.provider.WebhookCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the calls of a vendor where the gateway would. */
public final class CallReceiver implements AutoCloseable {
    private final List<WebhookCall> calls = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Clock clock;

    private CallReceiver(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** Listens on this machine; that clock says when calls came. */
    public static CallReceiver start(Clock clock) {
        try {
            InetAddress here = InetAddress.getLoopbackAddress();
            HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
            CallReceiver receiver = new CallReceiver(server, clock);
            server.createContext("/", receiver::take);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address to be called. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/a.mac");
    }

    /** The call of that number, counted from zero, once it has come. */
    public WebhookCall await(int number) {
        Awaited.that(() -> calls.size() > number);
        return calls.get(number);
    }

    /** Where the call of that number went. */
    public String path(int number) {
        await(number);
        return paths.get(number);
    }

    /** How many calls have come. */
    public int count() {
        return calls.size();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) ->
                            headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            paths.add(exchange.getRequestURI().getPath());
            calls.add(new WebhookCall(headers, body, clock.instant()));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
