package dev.vignette.sandbox.picture;

import java.awt.image.BufferedImage;

/**
 * Separates the person from the photo's background: along its outline where the background is
 * plain, else by an oval with a soft edge, as portraits were once vignetted.
 */
final class Cutout {
    private static final int LARGEST = 1200;

    private Cutout() {}

    static BufferedImage of(BufferedImage photo) {
        double shrink =
                Math.min(1, (double) LARGEST / Math.max(photo.getWidth(), photo.getHeight()));
        int width = Math.max(1, (int) (photo.getWidth() * shrink));
        int height = Math.max(1, (int) (photo.getHeight() * shrink));
        BufferedImage image = Pixels.scaled(photo, width, height);
        int[] pixels = Pixels.of(image);
        int[] mask = PlainBackdrop.mask(pixels, width, height).orElseGet(() -> oval(width, height));
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] & 0x00FFFFFF) | mask[i] << 24;
        }
        return image;
    }

    private static int[] oval(int width, int height) {
        int[] mask = new int[width * height];
        for (int i = 0; i < mask.length; i++) {
            double x = (i % width + 0.5) / width * 2 - 1;
            int row = i / width;
            double y = (row + 0.5) / height * 2 - 1;
            double inside = (1 - Math.sqrt(x * x + y * y)) / 0.35;
            double soft = Math.clamp(inside, 0.0, 1.0);
            mask[i] = (int) (255 * soft * soft * (3 - 2 * soft));
        }
        return mask;
    }
}
