package dev.vignette.benchmark.measure;

/**
 * A line of the table.
 *
 * @param what what was measured
 * @param value the figure with its unit
 * @param aim what it should be, or empty
 */
public record Figure(String what, String value, String aim) {

    /** A figure that nothing is aimed at. */
    static Figure of(String what, String value) {
        return new Figure(what, value, "");
    }

    /** The same figure with its aim. */
    Figure aiming(String wanted) {
        return new Figure(what, value, wanted);
    }
}
