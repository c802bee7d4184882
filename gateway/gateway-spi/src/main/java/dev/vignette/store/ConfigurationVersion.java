package dev.vignette.store;

import dev.vignette.portrait.ContentHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that came into force.
 *
 * @param number one more than the one before, from 1
 * @param hash of its text in UTF-8
 * @param text the text; empty for the built-in defaults
 * @param appliedAt when it came into force
 * @param appliedBy who put it into force: {@code file}, {@code start}, or the name of the client
 *     that rolled back
 * @param restores the number of the version whose text a rollback put back; {@code null} for what
 *     was new
 * @param setAside of what the file held when it was rolled back: that is not taken up again until
 *     the file changes; {@code null} when nothing is set aside
 * @param diff the text against that of the version before, as a unified diff
 */
public record ConfigurationVersion(
        long number,
        ContentHash hash,
        String text,
        Instant appliedAt,
        String appliedBy,
        @Nullable Long restores,
        @Nullable ContentHash setAside,
        String diff) {

    /** Where it stands in what was written by people: a rollback stands where it went back to. */
    public long place() {
        return restores == null ? number : restores;
    }

    /** The same with nothing set aside. */
    public ConfigurationVersion released() {
        return new ConfigurationVersion(
                number, hash, text, appliedAt, appliedBy, restores, null, diff);
    }
}
