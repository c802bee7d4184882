package dev.vignette.server.settings;

import dev.vignette.portrait.Kind;
import dev.vignette.provider.Account;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import java.util.Optional;

/** A provider that serves nothing and shows what it was opened with. */
public record IdleProvider(Account<?> account) implements ImageProvider {

    @Override
    public String name() {
        return account.name();
    }

    @Override
    public Optional<Capabilities> capabilities(Kind kind) {
        return Optional.empty();
    }

    @Override
    public Submission submit(Order order) {
        throw new AssertionError("nothing is ordered here");
    }

    @Override
    public Progress check(TaskHandle task) {
        throw new AssertionError("nothing is ordered here");
    }

    /** It has no connections. */
    @Override
    public void close() {}
}
