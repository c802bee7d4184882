package dev.vignette.fetch.guard;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of its file a partial answer holds (RFC 9110, 14.4).
 *
 * @param first the place of the first byte, from 0
 * @param last the place of the last byte
 * @param whole how many bytes the file has, when the server says so
 */
record ContentRange(long first, long last, OptionalLong whole) {
    private static final Pattern FORM =
            Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\\*)");

    /** Reads the header; empty when it is missing or contradicts itself. */
    static Optional<ContentRange> of(@Nullable String header) {
        var parts = FORM.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var whole =
                parts.group(3).equals("*")
                        ? OptionalLong.empty()
                        : OptionalLong.of(Long.parseLong(parts.group(3)));
        var range =
                new ContentRange(
                        Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), whole);
        return Optional.of(range).filter(ContentRange::isPossible);
    }

    /** Whether the file ends with it, as far as the server says. */
    boolean isTheRest() {
        return whole.isEmpty() || last + 1 == whole.getAsLong();
    }

    private boolean isPossible() {
        return first <= last && (whole.isEmpty() || last < whole.getAsLong());
    }
}
