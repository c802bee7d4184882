package dev.vignette.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small HTTP server on 127.0.0.1, one virtual thread for each call. */
public final class SandboxServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxServer.class);
    private static final int BACKLOG = 1024;

    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private SandboxServer(HttpServer server) {
        this.server = server;
    }

    /** Starts one without routes on a free port: everything is 404. */
    public static SandboxServer start() {
        return start(0);
    }

    /** The same on that port. */
    static SandboxServer start(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer http = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
            SandboxServer server = new SandboxServer(http);
            http.setExecutor(server.threads);
            http.createContext("/", server::serve);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1, port " + port, e);
        }
    }

    /** Its scheme, host and port, without a trailing slash. */
    public URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Adds a route.
     *
     * @param method for example {@code POST}
     * @param path the path; open parts in braces, for example {@code /predictions/{id}}
     * @param handler answers it
     */
    public void route(String method, String path, Handler handler) {
        route(method, path, BodyReader.WHOLE, handler);
    }

    void route(String method, String path, BodyReader reader, Handler handler) {
        routes.add(Route.of(method, path, reader, handler));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) {
        try {
            ReplyWriter.write(answer(exchange), exchange);
        } catch (IOException e) {
            LOG.debug("The caller of a double went away before the answer was complete", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException, InterruptedException {
        String method = exchange.getRequestMethod();
        URI address = exchange.getRequestURI();
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(method, address.getPath());
            if (variables.isPresent()) {
                Headers headers = exchange.getRequestHeaders();
                return route.reader()
                        .read(exchange)
                        .map(body -> new Request(method, address, variables.get(), headers, body))
                        .map(request -> answer(route, request))
                        .orElseGet(Reply.Cut::new);
            }
        }
        BodyReader.WHOLE.read(exchange);
        return Reply.json(404, Json.object().put("detail", "Not found."));
    }

    private static Reply answer(Route route, Request request) {
        try {
            return route.handler().answer(request);
        } catch (RuntimeException e) {
            LOG.warn("A double could not answer {} {}", request.method(), route.path(), e);
            return Reply.json(500, Json.object().put("detail", "The double failed."));
        }
    }
}
