package dev.vignette.sandbox.picture;

import java.util.Optional;

/** Finds a plain background: one colour along the upper edges, connected to them. */
final class PlainBackdrop {
    private static final int ALIKE = 52;
    private static final double PLAIN_EDGE = 0.85;
    private static final double LEAST = 0.12;
    private static final double MOST = 0.85;

    private final int[] pixels;
    private final int width;
    private final int height;
    private final int colour;

    private PlainBackdrop(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        this.colour = pixels[width / 2];
    }

    /** The opacity of every pixel, 0 to 255, or empty when the background is not plain. */
    static Optional<int[]> mask(int[] pixels, int width, int height) {
        PlainBackdrop backdrop = new PlainBackdrop(pixels, width, height);
        return backdrop.hasPlainEdge() ? backdrop.flooded() : Optional.empty();
    }

    private boolean hasPlainEdge() {
        int alike = 0;
        for (int x = 0; x < width; x++) {
            alike += isAlike(x) ? 1 : 0;
        }
        int rows = height / 2;
        for (int y = 0; y < rows; y++) {
            alike += (isAlike(y * width) ? 1 : 0) + (isAlike(y * width + width - 1) ? 1 : 0);
        }
        return alike >= PLAIN_EDGE * (width + 2 * rows);
    }

    private Optional<int[]> flooded() {
        boolean[] outside = new boolean[pixels.length];
        int[] queue = new int[pixels.length];
        int end = 0;
        for (int x = 0; x < width; x++) {
            end = reach(x, outside, queue, end);
        }
        for (int start = 0; start < end; start++) {
            int at = queue[start];
            int x = at % width;
            end = x > 0 ? reach(at - 1, outside, queue, end) : end;
            end = x < width - 1 ? reach(at + 1, outside, queue, end) : end;
            end = at >= width ? reach(at - width, outside, queue, end) : end;
            end = at + width < pixels.length ? reach(at + width, outside, queue, end) : end;
        }
        boolean believable = end > LEAST * pixels.length && end < MOST * pixels.length;
        return believable ? Optional.of(softened(outside)) : Optional.empty();
    }

    private int reach(int at, boolean[] outside, int[] queue, int end) {
        if (outside[at] || !isAlike(at)) {
            return end;
        }
        outside[at] = true;
        queue[end] = at;
        return end + 1;
    }

    /** Softens the outline and pulls it in a little, so that no rim of the old background shows. */
    private int[] softened(boolean[] outside) {
        int[] opacity = new int[outside.length];
        for (int i = 0; i < outside.length; i++) {
            opacity[i] = outside[i] ? 0 : 255;
        }
        int[] soft = Pixels.blurred(opacity, width, height, Math.max(2, width / 250));
        for (int i = 0; i < soft.length; i++) {
            soft[i] = Math.clamp((soft[i] - 110L) * 2, 0, 255);
        }
        return soft;
    }

    private boolean isAlike(int at) {
        int pixel = pixels[at];
        int red = (pixel >> 16 & 0xFF) - (colour >> 16 & 0xFF);
        int green = (pixel >> 8 & 0xFF) - (colour >> 8 & 0xFF);
        int blue = (pixel & 0xFF) - (colour & 0xFF);
        return red * red + green * green + blue * blue < ALIKE * ALIKE;
    }
}
