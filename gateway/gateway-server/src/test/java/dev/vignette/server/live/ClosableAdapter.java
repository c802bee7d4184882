package dev.vignette.server.live;

import dev.vignette.portrait.Kind;
import dev.vignette.provider.Account;
import dev.vignette.provider.AdapterEnvironment;
import dev.vignette.provider.AdapterFactory;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Limits;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A vendor whose accounts show whether they are closed. */
public final class ClosableAdapter implements AdapterFactory<ClosableAdapter.Keys> {
    private final List<Line> opened = new ArrayList<>();

    /** The vendor's own keys. */
    public record Keys(@Nullable String model) {}

    /** An account. */
    public record Line(Account<Keys> account, AtomicBoolean closed) implements ImageProvider {

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

        @Override
        public void close() {
            closed.set(true);
        }
    }

    /** Every account that was opened, in order. */
    List<Line> opened() {
        return opened;
    }

    @Override
    public String adapter() {
        return "studio";
    }

    @Override
    public Class<Keys> settingsType() {
        return Keys.class;
    }

    @Override
    public AdapterEnvironment environment() {
        return new AdapterEnvironment(
                "STUDIO_KEY", "STUDIO_URL", URI.create("https://studio.test/v1"));
    }

    @Override
    public Limits limits(Keys settings) {
        return new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    @Override
    public List<String> outputHosts() {
        return List.of(".pictures.test");
    }

    @Override
    public List<String> advice(Keys settings, boolean callable) {
        return List.of();
    }

    @Override
    public ImageProvider open(Account<Keys> account) {
        Line line = new Line(account, new AtomicBoolean());
        opened.add(line);
        return line;
    }
}
