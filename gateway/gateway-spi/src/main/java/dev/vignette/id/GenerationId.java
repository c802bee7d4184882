package dev.vignette.id;

/**
 * One app's request, for example {@code gen_01k9...}.
 *
 * @param value the text, starting with {@code gen_}
 */
public record GenerationId(String value) {

    /** What every such id starts with. */
    public static final String PREFIX = "gen_";

    public GenerationId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("an id of this sort starts with " + PREFIX);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
