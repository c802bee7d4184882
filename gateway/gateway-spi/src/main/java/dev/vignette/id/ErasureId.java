package dev.vignette.id;

/**
 * One erasure.
 *
 * @param value the text, starting with {@code era_}
 */
public record ErasureId(String value) {

    /** What every such id starts with. */
    public static final String PREFIX = "era_";

    public ErasureId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("an id of this sort starts with " + PREFIX);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
