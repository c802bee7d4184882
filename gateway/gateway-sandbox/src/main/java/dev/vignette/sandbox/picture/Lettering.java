package dev.vignette.sandbox.picture;

import java.awt.BasicStroke;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;

/**
 * Letters as lines, because a server may have no fonts and the JDK's text needs at least one. Holds
 * only what the pictures say. A glyph is four units wide and six high, written like an SVG path: M
 * moves, L draws a line, C a curve.
 */
final class Lettering {
    private static final double GLYPH_HEIGHT = 6;
    private static final double ADVANCE = 5.6;

    private static final Map<Character, String> GLYPHS =
            Map.ofEntries(
                    Map.entry(
                            'S',
                            "M 3.7 1.1 C 3.2 -0.3 0.4 -0.4 0.4 1.5 C 0.4 3.4 3.8 2.6 3.8 4.5"
                                    + " C 3.8 6.4 0.6 6.3 0.2 4.8"),
                    Map.entry('A', "M 0 6 L 2 0 L 4 6 M 0.7 4 L 3.3 4"),
                    Map.entry('N', "M 0.2 6 L 0.2 0 L 3.8 6 L 3.8 0"),
                    Map.entry('D', "M 0.2 0 L 0.2 6 L 1.6 6 C 4.7 6 4.7 0 1.6 0 L 0.2 0"),
                    Map.entry(
                            'B',
                            "M 0.2 2.9 L 2.2 2.9 C 4.5 2.9 4.5 6 2.2 6 L 0.2 6 L 0.2 0"
                                    + " L 2.1 0 C 4 0 4 2.9 2.1 2.9"),
                    Map.entry('O', "M 2 0 C 4.7 0 4.7 6 2 6 C -0.7 6 -0.7 0 2 0"),
                    Map.entry('X', "M 0.2 0 L 3.8 6 M 3.8 0 L 0.2 6"),
                    Map.entry('/', "M 3.3 -0.3 L 0.7 6.3"),
                    Map.entry(' ', ""),
                    Map.entry('0', "M 2 0 C 4.3 0 4.3 6 2 6 C -0.3 6 -0.3 0 2 0"),
                    Map.entry('1', "M 0.9 1.3 L 2.3 0 L 2.3 6"),
                    Map.entry(
                            '2',
                            "M 0.3 1.7 C 0.3 -0.6 3.7 -0.6 3.7 1.6 C 3.7 3 1.4 4.2 0.3 6"
                                    + " L 3.8 6"),
                    Map.entry(
                            '3',
                            "M 0.4 0.9 C 1.2 -0.4 3.6 -0.3 3.6 1.5 C 3.6 2.6 2.6 2.9 1.7 2.9"
                                    + " C 2.8 2.9 3.8 3.3 3.8 4.4 C 3.8 6.5 0.8 6.4 0.2 5"),
                    Map.entry('4', "M 2.9 6 L 2.9 0 L 0.2 4.3 L 3.9 4.3"),
                    Map.entry(
                            '5',
                            "M 3.5 0 L 0.7 0 L 0.5 2.7 C 1.6 2.1 3.8 2.2 3.8 4"
                                    + " C 3.8 6.4 0.8 6.5 0.2 5.1"),
                    Map.entry(
                            '6',
                            "M 3.3 0.3 C 1.2 0.6 0.3 2.4 0.3 4.1 C 0.3 6.6 3.8 6.6 3.8 4.1"
                                    + " C 3.8 1.9 0.9 1.9 0.4 3.9"),
                    Map.entry('7', "M 0.3 0 L 3.8 0 L 1.5 6"),
                    Map.entry(
                            '8',
                            "M 2 2.8 C -0.1 2.8 0.1 0 2 0 C 3.9 0 4.1 2.8 2 2.8"
                                    + " C -0.5 2.8 -0.5 6 2 6 C 4.5 6 4.5 2.8 2 2.8"),
                    Map.entry(
                            '9',
                            "M 3.6 2.1 C 3.2 4.2 0.2 4 0.2 1.9 C 0.2 -0.6 3.8 -0.6 3.8 1.9"
                                    + " C 3.8 3.8 2.8 5.6 0.9 6"));

    private Lettering() {}

    /** The text's lines at that height in pixels, its upper left corner near the origin. */
    static Path2D of(String text, double height) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < text.length(); i++) {
            Path2D glyph = glyph(GLYPHS.getOrDefault(text.charAt(i), ""));
            path.append(
                    glyph.getPathIterator(AffineTransform.getTranslateInstance(i * ADVANCE, 0)),
                    false);
        }
        double scale = height / GLYPH_HEIGHT;
        path.transform(AffineTransform.getScaleInstance(scale, scale));
        return path;
    }

    /** A round stroke of that width in pixels. */
    static Stroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static Path2D glyph(String commands) {
        Path2D path = new Path2D.Double();
        Scanner words = new Scanner(commands).useLocale(Locale.ROOT);
        while (words.hasNext()) {
            switch (words.next()) {
                case "M" -> path.moveTo(words.nextDouble(), words.nextDouble());
                case "L" -> path.lineTo(words.nextDouble(), words.nextDouble());
                case "C" ->
                        path.curveTo(
                                words.nextDouble(),
                                words.nextDouble(),
                                words.nextDouble(),
                                words.nextDouble(),
                                words.nextDouble(),
                                words.nextDouble());
                default -> throw new IllegalArgumentException("unknown drawing command");
            }
        }
        return path;
    }
}
