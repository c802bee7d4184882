package dev.vignette.server.http.links;

import dev.vignette.id.GenerationId;
import dev.vignette.server.http.HttpSettings;
import dev.vignette.server.http.PublicAddress;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Links to stored pictures that work without a key for a while. They end at fixed moments, so that
 * within a period everybody gets the same link and browsers can cache; a link always has at least
 * half of the configured life before it.
 */
@Singleton
public final class ImageLinks {
    private final Signatures signatures;
    private final PublicAddress address;
    private final Supplier<HttpSettings> settings;
    private final Clock clock;

    /**
     * A link and its end.
     *
     * @param url the whole address
     * @param expiresAt the first moment it no longer works
     */
    public record Link(String url, Instant expiresAt) {}

    /** Links of the life configured when they are made, below the public address. */
    public ImageLinks(Supplier<HttpSettings> settings, PublicAddress address, Clock clock) {
        this.signatures = new Signatures(settings.get().linkKey());
        this.address = address;
        this.settings = settings;
        this.clock = clock;
    }

    /** A link to one picture of a generation. */
    public Link link(GenerationId generation, int index) {
        long period = Math.max(1, settings.get().linkLife().toSeconds() / 2);
        long expires = (clock.instant().getEpochSecond() / period + 2) * period;
        String path = "/v1/generations/" + generation.value() + "/images/" + index;
        String signature = signatures.sign(signed(generation, index, expires));
        String url = address.uri() + path + "?expires=" + expires + "&signature=" + signature;
        return new Link(url, Instant.ofEpochSecond(expires));
    }

    /**
     * How long a link still works, or empty when it is wrong or has expired.
     *
     * @param expires the query parameter of that name
     * @param signature the query parameter of that name
     */
    public Optional<Duration> verify(
            GenerationId generation, int index, String expires, String signature) {
        long end = seconds(expires);
        Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(end));
        boolean valid = signatures.valid(signed(generation, index, end), signature);
        return valid && left.isPositive() ? Optional.of(left) : Optional.empty();
    }

    private static String signed(GenerationId generation, int index, long expires) {
        return "image " + generation.value() + ' ' + index + ' ' + expires;
    }

    /** Zero, long ago, for what is no plausible number of seconds. */
    static long seconds(String text) {
        boolean plausible =
                !text.isEmpty()
                        && text.length() <= 12
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return plausible ? Long.parseLong(text) : 0;
    }
}
