package dev.vignette.sandbox.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.image.BufferedImage;

/** How a picture is lit. */
enum Light {
    SOFT(0.30, new Color(255, 255, 255, 60), new Color(20, 20, 40, 30)),
    WARM(0.75, new Color(255, 214, 150, 90), new Color(70, 20, 0, 45)),
    COOL(0.25, new Color(190, 220, 255, 90), new Color(0, 20, 60, 55)),
    MONOCHROME(0.70, new Color(255, 255, 255, 80), new Color(0, 0, 0, 70)),
    EVENING(0.20, new Color(255, 180, 170, 80), new Color(40, 0, 60, 70));

    private final double from;
    private final Color bright;
    private final Color dark;

    Light(double from, Color bright, Color dark) {
        this.from = from;
        this.bright = bright;
        this.dark = dark;
    }

    /** Lights what is drawn already; expects a composite that keeps to it. */
    void shine(Graphics2D pen, int width, int height) {
        float radius = Math.max(width, height);
        Color clear = new Color(dark.getRed(), dark.getGreen(), dark.getBlue(), 0);
        pen.setPaint(
                new RadialGradientPaint(
                        (float) (width * from),
                        height * 0.25f,
                        radius,
                        new float[] {0f, 0.45f, 1f},
                        new Color[] {bright, clear, dark}));
        pen.fillRect(0, 0, width, height);
    }

    /** The image without its colours. */
    static BufferedImage grayed(BufferedImage image) {
        int[] pixels = Pixels.of(image);
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i];
            int gray =
                    ((pixel >> 16 & 0xFF) * 54 + (pixel >> 8 & 0xFF) * 183 + (pixel & 0xFF) * 19)
                            >> 8;
            pixels[i] = (pixel & 0xFF000000) | gray * 0x010101;
        }
        return image;
    }
}
