package dev.vignette.sandbox.picture;

import dev.vignette.portrait.Background;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;

/** The wall behind the person, lit from the middle and a little darker towards the corners. */
final class Studio {

    private Studio() {}

    static void paint(Graphics2D pen, Background background, int width, int height) {
        Color wall = colour(background);
        pen.setPaint(
                new RadialGradientPaint(
                        width * 0.5f,
                        height * 0.4f,
                        Math.max(width, height) * 0.85f,
                        new float[] {0f, 0.55f, 1f},
                        new Color[] {scaled(wall, 1.08), wall, scaled(wall, 0.93)}));
        pen.fillRect(0, 0, width, height);
    }

    /** The colour that stands for the background. */
    static Color colour(Background background) {
        return switch (background) {
            case WHITE -> new Color(0xFDFDFC);
            case BLACK -> new Color(0x141416);
            case GRAY -> new Color(0x8E9196);
            case GREEN_SCREEN -> new Color(0x00B140);
            case NEUTRAL, ORIGINAL -> new Color(0xD9CFC2);
        };
    }

    private static Color scaled(Color colour, double by) {
        return new Color(
                Math.clamp((long) (colour.getRed() * by), 0, 255),
                Math.clamp((long) (colour.getGreen() * by), 0, 255),
                Math.clamp((long) (colour.getBlue() * by), 0, 255));
    }
}
