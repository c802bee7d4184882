package dev.vignette.replicate;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secret Replicate signs the account's calls with, and the one before it, which is still good
 * for a day after it was found replaced. Fetched when a call fits none ("Verify webhooks").
 */
final class SigningSecrets {
    /** Forged calls fit no secret: they must not make us call out more often than this. */
    private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);

    /** Shorter, for a true call is repeated for about a minute only. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private static final Duration OLD_ONE_IS_GOOD = Duration.ofHours(24);

    private final ReplicateWire wire;
    private final Clock clock;
    private volatile Ring ring = new Ring(null, null, null);
    private @Nullable Instant lastFetch;
    private boolean reached;

    SigningSecrets(ReplicateWire wire, Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    /** What came of looking for a secret that fits. */
    enum Search {
        FITS,
        NONE_FITS,
        /** None of those known fits, and whether there are others could not be found out. */
        UNREACHABLE
    }

    /** The two secrets; none before the first fetch. */
    private record Ring(@Nullable Secret current, @Nullable Secret old, @Nullable Instant oldEnds) {

        Ring with(Secret fetched, Instant now) {
            if (current == null || current.text().equals(fetched.text())) {
                return new Ring(fetched, old, oldEnds);
            }
            return new Ring(fetched, current, now.plus(OLD_ONE_IS_GOOD));
        }

        Stream<Webhook> usable(Instant now) {
            boolean oldIsGood = oldEnds != null && now.isBefore(oldEnds);
            return Stream.of(
                            Optional.ofNullable(current),
                            Optional.ofNullable(oldIsGood ? old : null))
                    .flatMap(Optional::stream)
                    .map(Secret::signer);
        }
    }

    private record Secret(String text, Webhook signer) {
        @Override
        public String toString() {
            return "Secret[***]";
        }
    }

    /** Looks for a secret that fits, first among those known. */
    Search search(Predicate<Webhook> fits) {
        if (ring.usable(clock.instant()).anyMatch(fits)) {
            return Search.FITS;
        }
        boolean fetched = refresh();
        if (ring.usable(clock.instant()).anyMatch(fits)) {
            return Search.FITS;
        }
        return fetched ? Search.NONE_FITS : Search.UNREACHABLE;
    }

    /** Whether the secrets are those of a moment ago. */
    private synchronized boolean refresh() {
        Instant now = clock.instant();
        Duration pause = reached ? BETWEEN_FETCHES : AFTER_FAILURE;
        if (lastFetch != null && Duration.between(lastFetch, now).abs().compareTo(pause) < 0) {
            return reached;
        }
        lastFetch = now;
        Optional<Secret> fetched = fetch();
        reached = fetched.isPresent();
        fetched.ifPresent(secret -> ring = ring.with(secret, now));
        return reached;
    }

    private Optional<Secret> fetch() {
        return switch (wire.get("/webhooks/default/secret")) {
            case Reply.Answered answer when answer.succeeded() ->
                    answer.body().flatMap(body -> body.text("key")).flatMap(SigningSecrets::read);
            case Reply.Answered _, Reply.NotSent _, Reply.Broken _ -> Optional.empty();
        };
    }

    private static Optional<Secret> read(String text) {
        try {
            return Optional.of(new Secret(text, new Webhook(text)));
        } catch (EmptyWebhookSecretException | IllegalArgumentException _) {
            return Optional.empty(); // like none: a call can then not be checked
        }
    }
}
