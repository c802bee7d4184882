package dev.vignette.id;

/**
 * One making of pictures, shared by identical generations.
 *
 * @param value the text, starting with {@code prd_}
 */
public record ProductionId(String value) {

    /** What every such id starts with. */
    public static final String PREFIX = "prd_";

    public ProductionId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("an id of this sort starts with " + PREFIX);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
