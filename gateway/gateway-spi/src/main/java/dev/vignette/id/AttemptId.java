package dev.vignette.id;

/**
 * One authorisation to spend once. Unguessable: 160 random bits may be told to a provider.
 *
 * @param value the text, starting with {@code att_}
 */
public record AttemptId(String value) {

    /** What every such id starts with. */
    public static final String PREFIX = "att_";

    public AttemptId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("an id of this sort starts with " + PREFIX);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
