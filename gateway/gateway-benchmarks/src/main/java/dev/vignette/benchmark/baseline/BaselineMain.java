package dev.vignette.benchmark.baseline;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** A server with the gateway's settings and one endpoint that does next to nothing. */
public final class BaselineMain {
    private BaselineMain() {}

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws InterruptedException {
        ApplicationContext context =
                ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .banner(false)
                        .properties(
                                Map.of(
                                        "micronaut.server.host", "127.0.0.1",
                                        "micronaut.server.port", 0,
                                        "micronaut.server.max-request-size", "22MB",
                                        "micronaut.server.max-request-buffer-size", "22MB",
                                        "micronaut.server.thread-selection", "BLOCKING"))
                        .start();
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        System.out.println("baseline ready on http://127.0.0.1:" + server.getPort());
        Thread.currentThread().join();
    }
}
