package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One key of a client; the key itself is known to the client alone.
 *
 * @param id its name, to tell keys apart
 * @param sha256 the SHA-256 of the key in lower-case hexadecimal
 * @param expires the last day it works, in UTC; {@code null} when it does not expire
 */
public record KeySettings(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String sha256,
        @Nullable LocalDate expires) {

    public KeySettings {
        sha256 = sha256.toLowerCase(Locale.ROOT);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "'sha256' is the SHA-256 of the key, 64 hexadecimal digits");
        }
    }
}
