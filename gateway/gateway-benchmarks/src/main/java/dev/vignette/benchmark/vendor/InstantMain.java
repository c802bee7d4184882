package dev.vignette.benchmark.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.SandboxServer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A vendor that speaks ModelsLab's protocol and answers every order at once with the same picture:
 * what is measured is the gateway and not the drawing of pictures.
 */
public final class InstantMain {
    private static final String ORDERS = "/api/v1/enterprise/flux_headshot/make_gen";
    private static final String CREDENTIAL = "instant";

    private InstantMain() {}

    /**
     * Runs until the process is ended.
     *
     * @param arguments how many pixels a side the picture has; a pixel takes about three bytes
     */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        Bytes picture = Noise.png(Integer.parseInt(arguments[0]));
        SandboxServer server = SandboxServer.start();
        AtomicInteger number = new AtomicInteger();
        server.route("POST", ORDERS, _ -> made(server.origin(), number.incrementAndGet()));
        server.route("GET", "/files/{name}", _ -> Reply.file("image/png", picture));
        URI base = server.origin().resolve("/api");
        System.out.println(Vendor.ready(base, server.origin(), CREDENTIAL));
        Thread.currentThread().join();
    }

    private static Reply made(URI origin, int number) {
        String link = origin + "/files/" + number + ".png";
        ObjectNode body = Json.object().put("status", "success").put("id", number);
        body.put("generationTime", 0.0).putArray("output").add(link);
        body.putArray("proxy_links").add(link);
        body.putObject("meta");
        return Reply.json(200, body);
    }
}
