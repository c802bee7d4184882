package dev.vignette.sandbox;

import dev.vignette.portrait.ImageType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Serves pictures under links that cannot be guessed and that die. A picture is drawn when it is
 * fetched, so that thousands of jobs cost no memory.
 */
public final class OutputLinks {
    private static final Duration SWEEP = Duration.ofSeconds(10);
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(1);

    private final Map<String, Published> published = new ConcurrentHashMap<>();
    private final SandboxServer server;
    private final Faults faults;
    private final Pace pace;
    private final Clock clock;
    private volatile Instant nextSweep = Instant.MIN;

    private record Published(ImageType type, Supplier<Bytes> content, Instant expiresAt) {}

    OutputLinks(SandboxServer server, Faults faults, Pace pace, Clock clock) {
        this.server = server;
        this.faults = faults;
        this.pace = pace;
        this.clock = clock;
        server.route("GET", "/files/{name}", this::serve);
    }

    /** A new link that lives as long as {@link Pace#linkLife()} says now. */
    public URI publish(ImageType type, Supplier<Bytes> content) {
        Instant now = clock.instant();
        sweep(now);
        String name = UUID.randomUUID() + "." + type.extension();
        published.put(name, new Published(type, content, now.plus(pace.linkLife())));
        return server.origin().resolve("/files/" + name);
    }

    private void sweep(Instant now) {
        if (now.isAfter(nextSweep)) {
            nextSweep = now.plus(SWEEP);
            published.values().removeIf(old -> !old.expiresAt().isAfter(now));
        }
    }

    private Reply serve(Request request) {
        Published file = published.get(request.variable("name"));
        if (file == null
                || !file.expiresAt().isAfter(clock.instant())
                || faults.strikes(LinkFault.LINK_NOT_FOUND)) {
            return Reply.html(404, "Not found");
        }
        return sent(file);
    }

    private Reply sent(Published file) {
        if (faults.strikes(LinkFault.LINK_CUT)) {
            return new Reply.Cut();
        }
        if (faults.strikes(LinkFault.LINK_HTML)) {
            return Reply.html(200, "Please stand by");
        }
        Reply.Whole whole = Reply.file(file.type().mediaType(), file.content().get());
        if (faults.strikes(LinkFault.LINK_ONE_BYTE_A_SECOND)) {
            return new Reply.Dribbled(whole, BETWEEN_BYTES);
        }
        return faults.strikes(LinkFault.LINK_WRONG_LENGTH) ? new Reply.Half(whole) : whole;
    }
}
