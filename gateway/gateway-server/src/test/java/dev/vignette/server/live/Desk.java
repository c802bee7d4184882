package dev.vignette.server.live;

import dev.vignette.server.accounts.Accounts;
import dev.vignette.server.accounts.OperatorAccess;
import dev.vignette.server.settings.Environment;
import dev.vignette.server.settings.EnvironmentSettings;
import dev.vignette.server.settings.OperatorFile;
import dev.vignette.server.settings.SettingsReader;
import dev.vignette.tck.SettableClock;
import dev.vignette.tck.memory.MemoryRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway as far as its configuration goes, with one vendor, on rows in memory. */
public final class Desk {
    private final Map<String, String> variables;
    private final MemoryRows rows;

    final SettableClock clock;
    final ClosableAdapter vendor = new ClosableAdapter();
    final AtomicInteger refusals = new AtomicInteger();
    final OperatorFile file;
    final Configuration configuration;
    final Candidates candidates;
    final InForce inForce;
    final Standing standing;
    final FileWatch watch;

    private Desk(
            MemoryRows rows, SettableClock clock, OperatorFile file, Map<String, String> more) {
        this.rows = rows;
        this.clock = clock;
        this.file = file;
        this.variables = more;
        candidates = candidates();
        inForce = new InForce(rows.configurations(), candidates, clock, _ -> {});
        Refusals refused = new Refusals(clock, refusals::incrementAndGet);
        configuration =
                new Configuration(
                        inForce, candidates, rows.configurations(), rows.audit(), refused, clock);
        Sight first = file.firstText().<Sight>map(Sight.Text::new).orElseGet(Sight.Missing::new);
        configuration.begin(first);
        watch = new FileWatch(file, first, configuration, inForce);
        standing = new Standing(configuration, inForce, refused, rows.configurations(), file);
    }

    /** A gateway's first start, with that file. */
    static Desk open(Path file) {
        SettableClock clock = SettableClock.at(Instant.parse("2026-11-20T10:00:00Z"));
        return open(new MemoryRows(clock), clock, new OperatorFile(file, false));
    }

    /** The same where others can reach the API. */
    static Desk amongStrangers(Path file) {
        SettableClock clock = SettableClock.at(Instant.parse("2026-11-20T10:00:00Z"));
        return new Desk(
                new MemoryRows(clock),
                clock,
                new OperatorFile(file, false),
                Map.of("STUDIO_KEY", "s3cret", "VIGNETTE_HOST", "0.0.0.0"));
    }

    private static Desk open(MemoryRows rows, SettableClock clock, OperatorFile file) {
        return new Desk(rows, clock, file, Map.of("STUDIO_KEY", "s3cret"));
    }

    /** The same gateway after a restart, or another one on the same rows, with that file. */
    Desk again(Path other) {
        return open(rows, clock, new OperatorFile(other, false));
    }

    MemoryRows rows() {
        return rows;
    }

    /** Looks as often as it takes to believe what is there. */
    Desk look() {
        watch.look();
        watch.look();
        return this;
    }

    /** The file holds that now, and it was looked at. */
    Desk write(String text) {
        put(file.path(), text);
        return look();
    }

    static void put(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long version() {
        return inForce.current().version().number();
    }

    private Candidates candidates() {
        Environment environment = new Environment(variables);
        SettingsReader reader = new SettingsReader(environment);
        EnvironmentSettings surroundings = reader.environment(false);
        return new Candidates(
                surroundings,
                reader.texts(surroundings, List.of(vendor)),
                new Accounts(List.of(vendor), new OperatorAccess(environment), clock, false),
                "STUDIO_KEY",
                Optional.empty());
    }
}
