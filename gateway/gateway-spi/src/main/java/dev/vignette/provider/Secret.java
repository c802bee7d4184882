package dev.vignette.provider;

/**
 * A credential. Prints as {@code ***}.
 *
 * @param reveal the value, for the one place that sends it
 */
public record Secret(String reveal) {
    @Override
    public String toString() {
        return "***";
    }
}
