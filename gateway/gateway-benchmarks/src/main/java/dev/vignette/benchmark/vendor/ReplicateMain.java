package dev.vignette.benchmark.vendor;

import dev.vignette.replicate.sandbox.ReplicateDouble;
import dev.vignette.sandbox.RunningDouble;
import dev.vignette.sandbox.SandboxSettings;
import java.time.Clock;

/** Replicate's double as a process. */
public final class ReplicateMain {
    private ReplicateMain() {}

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws InterruptedException {
        RunningDouble running =
                new ReplicateDouble().start(SandboxSettings.forTests(Clock.systemUTC()));
        System.out.println(
                Vendor.ready(running.baseUrl(), running.controlUrl(), running.credential()));
        Thread.currentThread().join();
    }
}
