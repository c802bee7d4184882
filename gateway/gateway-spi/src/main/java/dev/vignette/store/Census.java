package dev.vignette.store;

import dev.vignette.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is under way on all gateways together, for people who look on. Changes nothing, and
 * nothing is decided by it.
 */
public interface Census {

    /**
     * The attempts that may cost money and have not ended, by provider and state; empty if none.
     */
    List<OpenAttempts> open();

    /** The pictures that are paid and not yet stored. */
    AwaitedPictures awaited();

    /**
     * The most that the resubmitted attempts of any one provider, written down since that moment,
     * have cost in that currency, or may still cost; zero when there are none.
     */
    Money resubmitted(Instant since, Currency currency);

    /**
     * Attempts of one provider in one state.
     *
     * @param provider the configured provider
     * @param state {@code sending}, {@code accepted}, {@code unknown} or {@code review}
     * @param count how many, at least 1
     * @param oldest when the first of them was sent
     */
    record OpenAttempts(String provider, String state, long count, Instant oldest) {}

    /**
     * Pictures on their way into the store.
     *
     * @param count how many
     * @param firstDeath when the first of their links dies; {@code null} when none is known to
     */
    record AwaitedPictures(long count, @Nullable Instant firstDeath) {}
}
