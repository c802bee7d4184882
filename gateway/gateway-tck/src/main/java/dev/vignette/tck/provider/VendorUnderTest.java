package dev.vignette.tck.provider;

import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.provider.Secret;
import dev.vignette.tck.Orders;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** What an adapter's test supplies to the contracts. */
public interface VendorUnderTest {
    /** The credential to open adapters with. It must never be seen in a message or a log. */
    Secret CREDENTIAL = new Secret("canary-4f1c2a9b7d60e835");

    /** The time the recordings are about; adapters are opened with a clock that shows it. */
    Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** How long an adapter opened by {@link #openImpatient} waits for the answer to an order. */
    Duration IMPATIENCE = Duration.ofMillis(400);

    /**
     * Opens the adapter with {@link #CREDENTIAL} and the vendor's usual patience.
     *
     * @param server scheme, host and port of the local server; the vendor's base path goes behind
     *     it
     */
    ImageProvider open(URI server, Clock clock);

    /** The same, but it waits no longer than {@link #IMPATIENCE} for the answer to an order. */
    ImageProvider openImpatient(URI server, Clock clock);

    /** A regular expression for the path to which a POST places an order, and none else. */
    String orderPath();

    /** The body of an answer that takes an order; sent under status 201. */
    String acceptedBody();

    /**
     * The scenarios that cannot happen at this vendor, each with the reason in one sentence. They
     * have no recordings.
     */
    Map<Scenario, String> cannotHappen();

    /** The order the recordings are about. */
    default Order order() {
        return Orders.valid().order();
    }

    /** Plays a scenario's recordings to an adapter; checks the reason when it cannot happen. */
    default void replaying(Scenario scenario, Consumer<Replay> story) {
        String reason = cannotHappen().get(scenario);
        if (reason != null) {
            Recordings.assertDeclaredImpossible(getClass(), scenario, reason);
            return;
        }
        try (Replay replay = Replay.of(this, scenario)) {
            story.accept(replay);
        }
    }
}
