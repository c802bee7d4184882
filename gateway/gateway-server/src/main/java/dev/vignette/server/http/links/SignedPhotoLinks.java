package dev.vignette.server.http.links;

import dev.vignette.engine.work.PhotoLinks;
import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import dev.vignette.id.ProductionId;
import dev.vignette.server.http.HttpSettings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Links by which a provider fetches the reference photo of an attempt from this gateway. They end
 * soon after the buying does. The attempt's id is part of them, so that a job in a provider's list
 * can be told to be that attempt's.
 */
@Singleton
public final class SignedPhotoLinks implements PhotoLinks {
    /** Where providers fetch photos, below the callback address. */
    static final String PATH = "/in";

    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final Pattern DOT = Pattern.compile("\\.");

    private final Signatures signatures;
    private final Optional<URI> callbackUrl;
    private final Clock clock;

    /** Links below the configured callback address; none when there is none. */
    public SignedPhotoLinks(HttpSettings settings, Clock clock) {
        this.signatures = new Signatures(settings.linkKey());
        this.callbackUrl = settings.callbackUrl();
        this.clock = clock;
    }

    @Override
    public boolean reachable() {
        return callbackUrl.isPresent();
    }

    @Override
    public Optional<URI> linkFor(AttemptId attempt, Production production) {
        Instant end = production.deadline().plus(MARGIN);
        String content = content(attempt.value(), production.id().value(), end.getEpochSecond());
        String token = content + '.' + signatures.sign(signed(content));
        return callbackUrl.map(base -> URI.create(base + PATH + '/' + token));
    }

    /** The production that a token is for, or empty when it is not ours or has expired. */
    Optional<ProductionId> verify(String token) {
        List<String> parts = DOT.splitAsStream(token).toList();
        if (parts.size() != 4) {
            return Optional.empty();
        }
        long end = ImageLinks.seconds(parts.get(2));
        boolean live = clock.instant().isBefore(Instant.ofEpochSecond(end));
        String content = content(parts.get(0), parts.get(1), end);
        boolean valid = signatures.valid(signed(content), parts.get(3));
        return valid && live ? Optional.of(new ProductionId(parts.get(1))) : Optional.empty();
    }

    private static String content(String attempt, String production, long end) {
        return attempt + '.' + production + '.' + end;
    }

    private static String signed(String content) {
        return "photo " + content;
    }
}
