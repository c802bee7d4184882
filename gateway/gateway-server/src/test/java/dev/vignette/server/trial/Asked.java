package dev.vignette.server.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A generation that was asked for, and what became of it.
 *
 * @param client who asked
 * @param sent when
 * @param ended when it was over
 * @param fault why it was not answered with a 2xx; empty when it was
 * @param generation how it ended
 */
record Asked(String client, Instant sent, Instant ended, String fault, JsonNode generation) {

    boolean succeeded() {
        return fault.isEmpty() && generation.path("status").asText().equals("succeeded");
    }

    /** Why it did not succeed, in a few words. */
    String complaint() {
        return fault.isEmpty()
                ? "%s ended %s: %s"
                        .formatted(
                                generation.path("id").asText(),
                                generation.path("status").asText(),
                                generation.path("error"))
                : fault;
    }

    /** Who made the pictures. */
    String provider() {
        return generation.path("provider").asText("nobody");
    }

    /** When the first choice was made; empty when none was. */
    Optional<Instant> routedAt() {
        return Optional.of(generation.at("/routing/0/at").asText(""))
                .filter(at -> !at.isEmpty())
                .map(Instant::parse);
    }

    /** What the first choice was made between. */
    JsonNode candidates() {
        return generation.at("/routing/0/candidates");
    }

    /** Whether an order of it was in doubt for a while. */
    boolean wasInDoubt() {
        return generation
                .path("attempts")
                .valueStream()
                .anyMatch(attempt -> attempt.path("state").asText().equals("not_accepted"));
    }

    Duration took() {
        return Duration.between(sent, ended);
    }
}
