package dev.vignette.server.live;

import dev.vignette.portrait.ContentHash;
import dev.vignette.store.ConfigurationVersion;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a text comes into force.
 *
 * @param by {@code file}, {@code start}, or the client that rolls back
 * @param restores the version that is put back; {@code null} for what is new
 * @param setAside what the file held then and is not taken up again; {@code null} for nothing
 */
record Change(String by, @Nullable Long restores, @Nullable ContentHash setAside) {

    static Change by(String who) {
        return new Change(who, null, null);
    }

    /** What the file holds, as far as that can be said; what is not there holds nothing. */
    static @Nullable ContentHash content(Sight seen) {
        return switch (seen) {
            case Sight.Text text -> text.hash();
            case Sight.Missing() -> new Sight.Text("").hash();
            case Sight.Unreadable _ -> null;
        };
    }

    /** The version that follows the last one. */
    ConfigurationVersion after(Optional<ConfigurationVersion> last, String text, Instant now) {
        long before = last.map(ConfigurationVersion::number).orElse(0L);
        return new ConfigurationVersion(
                before + 1,
                new Sight.Text(text).hash(),
                text,
                now,
                by,
                restores,
                setAside,
                UnifiedDiff.of(
                        "version " + before,
                        last.map(ConfigurationVersion::text).orElse(""),
                        "version " + (before + 1),
                        text));
    }
}
