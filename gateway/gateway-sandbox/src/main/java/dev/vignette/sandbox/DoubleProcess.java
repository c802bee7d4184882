package dev.vignette.sandbox;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/**
 * A double as a process of its own, so that it outlives the gateway that orders from it. It keeps
 * everything it took until it is ended itself.
 */
public final class DoubleProcess {

    private DoubleProcess() {}

    /**
     * Runs until the process is ended. Once it listens it says {@code vendor}, the addresses of its
     * API and of its control calls, and its credential, in one line.
     *
     * @param arguments the port; a free one when it is missing or 0
     */
    public static void run(ProviderDouble vendor, String... arguments) throws InterruptedException {
        int port = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        RunningDouble running = vendor.start(SandboxSettings.forTests(Clock.systemUTC()).on(port));
        System.out.println(
                "vendor %s %s %s"
                        .formatted(running.baseUrl(), running.controlUrl(), running.credential()));
        new CountDownLatch(1).await();
    }
}
