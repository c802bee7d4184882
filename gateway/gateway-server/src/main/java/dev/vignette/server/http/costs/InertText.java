package dev.vignette.server.http.costs;

/** Texts of others in tables: one that a spreadsheet would take for a formula is made a text. */
final class InertText {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private InertText() {}

    static String of(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
