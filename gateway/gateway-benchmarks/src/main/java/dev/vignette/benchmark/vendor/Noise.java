package dev.vignette.benchmark.vendor;

import dev.vignette.sandbox.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that cannot be compressed. */
final class Noise {
    private static final long SEED = 1;

    private Noise() {}

    /** A square PNG. */
    static Bytes png(int side) throws IOException {
        Random random = new Random(SEED);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, side, side, random.ints((long) side * side).toArray(), 0, side);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return Bytes.of(file.toByteArray());
    }
}
