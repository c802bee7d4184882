package dev.vignette.id;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One authorisation to spend once. Unguessable: 160 random bits may be told to a provider.
 *
 * @param value the text, starting with {@code att_}
 */
public record AttemptId(String value) {

    /** What every such id starts with. */
    public static final String PREFIX = "att_";

    /** Long enough that no word of a stranger's looks like one. */
    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![0-9A-Za-z_-])" + PREFIX + "[0-9a-z]{20,64}(?![0-9A-Za-z_-])");

    public AttemptId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("an id of this sort starts with " + PREFIX);
        }
    }

    /**
     * The ids that stand in a text, for example in the path of an address; empty when there are
     * none. An id ends where letters and digits do.
     */
    public static Set<AttemptId> mentionedIn(String text) {
        return IN_TEXT.matcher(text)
                .results()
                .map(found -> new AttemptId(found.group()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return value;
    }
}
