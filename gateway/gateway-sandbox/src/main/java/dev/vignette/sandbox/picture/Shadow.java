package dev.vignette.sandbox.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** The soft shadow a person throws on the wall. */
final class Shadow {
    private static final int COARSE = 8;
    private static final int DARKNESS = 78;

    private Shadow() {}

    static void paint(Graphics2D pen, BufferedImage person) {
        int width = person.getWidth();
        int height = person.getHeight();
        int columns = Math.max(1, width / COARSE);
        int rows = Math.max(1, height / COARSE);
        BufferedImage shadow = Pixels.scaled(person, columns, rows);
        int[] pixels = Pixels.of(shadow);
        int[] opacity = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            opacity[i] = (pixels[i] >>> 24) * DARKNESS / 255;
        }
        int radius = Math.max(1, columns / 28);
        int[] soft = Pixels.blurred(opacity, columns, rows, radius);
        soft = Pixels.blurred(soft, columns, rows, radius);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = soft[i] << 24;
        }
        pen.drawImage(shadow, width / 40, height / 60, width, height, null);
    }
}
