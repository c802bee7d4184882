package dev.vignette.benchmark.measure;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param what what was measured
 * @param value the figure with its unit
 * @param aim what it should be, or empty
 */
public record Figure(String what, String value, String aim) {

    /** A figure that nothing is aimed at. */
    static Figure of(String what, String format, Object... values) {
        return new Figure(what, String.format(Locale.ROOT, format, values), "");
    }

    /** The same figure with its aim. */
    Figure aiming(String wanted) {
        return new Figure(what, value, wanted);
    }
}
