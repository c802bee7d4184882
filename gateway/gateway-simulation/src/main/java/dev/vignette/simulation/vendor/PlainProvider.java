package dev.vignette.simulation.vendor;

import dev.vignette.portrait.Kind;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Notice;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WebhookCall;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.sabotage.Sabotage;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.WallClock;
import java.time.Duration;
import java.util.Optional;

/**
 * One gateway's account at a provider that has neither a list nor a way to stop jobs and does not
 * sign its calls, as ModelsLab has not.
 */
public final class PlainProvider implements ImageProvider, SendsWebhooks {
    /** How long links live and jobs can be looked at. */
    public static final Duration MEMORY = Duration.ofHours(24);

    private static final int PICTURES_PER_ORDER = 2;

    private final ProviderLine line;

    /** The account as that machine reaches it. */
    public PlainProvider(
            Vendor vendor, Machine machine, WallClock clock, Scene scene, Sabotage sabotage) {
        this.line =
                new ProviderLine(
                        vendor, machine, clock, scene, sabotage, MEMORY, PICTURES_PER_ORDER);
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public Optional<Capabilities> capabilities(Kind kind) {
        return line.capabilities(kind);
    }

    @Override
    public Submission submit(Order order) {
        return line.submit(order);
    }

    @Override
    public Progress check(TaskHandle task) {
        return line.check(task);
    }

    @Override
    public Notice read(WebhookCall call) {
        return Webhooks.hint(call);
    }

    @Override
    public void close() {
        line.close();
    }
}
