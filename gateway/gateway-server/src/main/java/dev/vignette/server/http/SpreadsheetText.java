package dev.vignette.server.http;

/** Texts in tables that a spreadsheet can open without running anything. */
public final class SpreadsheetText {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private SpreadsheetText() {}

    /** The text, with an apostrophe before one that begins like a formula. */
    public static String inert(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
