package dev.vignette.simulation.check;

/**
 * An invariant that did not hold.
 *
 * @param number its number
 * @param sentence what should have held
 * @param detail what was found instead
 */
public record Breach(String number, String sentence, String detail) {
    @Override
    public String toString() {
        return number + " (" + sentence + "): " + detail;
    }
}
