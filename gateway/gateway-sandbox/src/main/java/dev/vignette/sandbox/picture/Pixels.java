package dev.vignette.sandbox.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Images as arrays of 32-bit pixels. */
final class Pixels {

    private Pixels() {}

    /** The live pixels of an image of type {@link BufferedImage#TYPE_INT_ARGB}. */
    static int[] of(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** A scaled copy with transparency. */
    static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = Pens.on(copy);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return copy;
    }

    /**
     * The mean of each value and its neighbours within {@code radius}, along rows, then columns.
     */
    static int[] blurred(int[] values, int width, int height, int radius) {
        int[] rows = new int[values.length];
        int[] both = new int[values.length];
        for (int y = 0; y < height; y++) {
            blurLine(values, rows, y * width, 1, width, radius);
        }
        for (int x = 0; x < width; x++) {
            blurLine(rows, both, x, width, height, radius);
        }
        return both;
    }

    private static void blurLine(
            int[] from, int[] to, int start, int step, int length, int radius) {
        int sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += from[start + Math.clamp(i, 0, length - 1) * step];
        }
        for (int i = 0; i < length; i++) {
            to[start + i * step] = sum / (2 * radius + 1);
            sum += from[start + Math.clamp(i + radius + 1L, 0, length - 1) * step];
            sum -= from[start + Math.clamp(i - radius, 0, length - 1) * step];
        }
    }
}
