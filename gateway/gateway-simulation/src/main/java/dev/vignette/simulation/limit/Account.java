package dev.vignette.simulation.limit;

import dev.vignette.portrait.Kind;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import java.util.Optional;

/** An account with a name and nothing else: the trial answers for it. */
final class Account implements ImageProvider {
    @Override
    public String name() {
        return "made-up";
    }

    @Override
    public Optional<Capabilities> capabilities(Kind kind) {
        return Optional.empty();
    }

    @Override
    public Submission submit(Order order) {
        throw new IllegalStateException("the trial answers orders itself");
    }

    @Override
    public Progress check(TaskHandle task) {
        throw new IllegalStateException("the trial knows of its jobs itself");
    }

    @Override
    public void close() {
        // It has no line to anybody.
    }
}
