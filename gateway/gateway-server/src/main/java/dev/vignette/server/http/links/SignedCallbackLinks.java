package dev.vignette.server.http.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.engine.order.CallbackLinks;
import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import dev.vignette.id.ProductionId;
import dev.vignette.server.http.HttpSettings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Addresses by which a provider reaches this gateway for one attempt: to fetch its reference photo,
 * until soon after the buying ends, and to tell how its job stands. The attempt's id is part of
 * them, so that a job in a provider's list can be told to be that attempt's.
 */
@Singleton
public final class SignedCallbackLinks implements CallbackLinks {
    /** Where providers fetch photos, below the callback address. */
    static final String PHOTOS = "/in";

    /** Where providers tell how jobs stand, below the callback address. */
    public static final String WEBHOOKS = "/hooks";

    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final Pattern DOT = Pattern.compile("\\.");

    private final Signatures signatures;
    private final Optional<URI> callbackUrl;
    private final Clock clock;

    /** Links below the configured callback address; none when there is none. */
    public SignedCallbackLinks(Supplier<HttpSettings> settings, Clock clock) {
        this.signatures = new Signatures(settings.get().linkKey());
        this.callbackUrl = settings.get().callbackUrl();
        this.clock = clock;
    }

    @Override
    public boolean reachable() {
        return callbackUrl.isPresent();
    }

    @Override
    public Optional<URI> photo(AttemptId attempt, Production production) {
        Instant end = production.deadline().plus(MARGIN);
        String content = content(attempt.value(), production.id().value(), end.getEpochSecond());
        String token = content + '.' + signatures.sign(signed(content));
        return callbackUrl.map(base -> URI.create(base + PHOTOS + '/' + token));
    }

    @Override
    public Optional<URI> webhook(AttemptId attempt, String provider) {
        String token = attempt.value() + '.' + signatures.sign(told(attempt.value(), provider));
        return callbackUrl.map(base ->
                URI.create(
                        base + WEBHOOKS + '/' + URLEncoder.encode(provider, UTF_8) + '/' + token));
    }

    /** The attempt that a call to that address is about, or empty when it is not ours. */
    public Optional<AttemptId> attempt(String provider, String token) {
        List<String> parts = DOT.splitAsStream(token).toList();
        boolean valid =
                parts.size() == 2 && signatures.valid(told(parts.get(0), provider), parts.get(1));
        return valid ? Optional.of(new AttemptId(parts.get(0))) : Optional.empty();
    }

    private static String told(String attempt, String provider) {
        return "webhook " + provider + ' ' + attempt;
    }

    /** What a photo's token is for, or empty when it is not ours or has expired. */
    Optional<Wanted> verify(String token) {
        List<String> parts = DOT.splitAsStream(token).toList();
        if (parts.size() != 4) {
            return Optional.empty();
        }
        long end = ImageLinks.seconds(parts.get(2));
        boolean live = clock.instant().isBefore(Instant.ofEpochSecond(end));
        String content = content(parts.get(0), parts.get(1), end);
        boolean valid = signatures.valid(signed(content), parts.get(3));
        return valid && live
                ? Optional.of(
                        new Wanted(new AttemptId(parts.get(0)), new ProductionId(parts.get(1))))
                : Optional.empty();
    }

    /**
     * A photo that is asked for.
     *
     * @param attempt whose provider asks
     * @param production whose photo it is
     */
    record Wanted(AttemptId attempt, ProductionId production) {}

    private static String content(String attempt, String production, long end) {
        return attempt + '.' + production + '.' + end;
    }

    private static String signed(String content) {
        return "photo " + content;
    }
}
