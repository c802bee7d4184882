package dev.vignette.server.live;

import dev.vignette.engine.surroundings.Policy;
import dev.vignette.server.http.auth.Clients;
import dev.vignette.server.settings.FileSettings;
import dev.vignette.store.ConfigurationVersion;

/**
 * A version that is in force or was lately, and all that follows from it. It never changes.
 *
 * @param version the version as it is kept
 * @param candidate what its text means
 * @param policy the same in the engine's words
 * @param clients who may call
 */
public record Applied(
        ConfigurationVersion version, Candidate candidate, Policy policy, Clients clients) {

    static Applied of(ConfigurationVersion version, Candidate candidate) {
        return new Applied(
                version,
                candidate,
                candidate.policy(version.number()),
                KnownClients.of(candidate.settings().clients()));
    }

    /** What its text says. */
    public FileSettings settings() {
        return candidate.settings();
    }

    long number() {
        return version.number();
    }

    /** The same with nothing set aside. */
    Applied released() {
        return new Applied(version.released(), candidate, policy, clients);
    }

    /** No order runs under it any more. */
    void close() {
        candidate.close();
    }
}
