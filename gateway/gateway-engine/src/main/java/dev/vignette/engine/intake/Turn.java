package dev.vignette.engine.intake;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferInt;

/**
 * Turns decoded pixels upright as an EXIF orientation asks, into sRGB. Works in strips, so that no
 * third copy of the picture is in memory.
 */
final class Turn {
    private static final int STRIP = 64;
    private static final int FIRST_QUARTER_TURN = 5;

    private final BufferedImage source;
    private final int orientation;
    private final BufferedImage strip;
    private final BufferedImage target;

    private Turn(BufferedImage source, int orientation) {
        boolean quarter = orientation >= FIRST_QUARTER_TURN;
        int type =
                source.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_ARGB
                        : BufferedImage.TYPE_INT_RGB;
        this.source = source;
        this.orientation = orientation;
        this.strip = new BufferedImage(source.getWidth(), STRIP, type);
        this.target =
                quarter
                        ? new BufferedImage(source.getHeight(), source.getWidth(), type)
                        : new BufferedImage(source.getWidth(), source.getHeight(), type);
    }

    /** The picture as it is meant to be seen. */
    static BufferedImage upright(BufferedImage source, int orientation) {
        return new Turn(source, orientation).turned();
    }

    private BufferedImage turned() {
        for (int y = 0; y < source.getHeight(); y += STRIP) {
            int rows = Math.min(STRIP, source.getHeight() - y);
            load(source.getSubimage(0, y, source.getWidth(), rows));
            for (int row = 0; row < rows; row++) {
                place(y + row, pixels(strip), row * strip.getWidth());
            }
        }
        return target;
    }

    private void load(BufferedImage part) {
        ColorSpace colours = part.getColorModel().getColorSpace();
        // Gray is copied as it is: Java takes gray values for linear light and would brighten them.
        if (!colours.isCS_sRGB() && colours.getType() != ColorSpace.TYPE_GRAY) {
            new ColorConvertOp(null)
                    .filter(part, strip.getSubimage(0, 0, part.getWidth(), part.getHeight()));
            return;
        }
        Graphics2D graphics = strip.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(part, 0, 0, null);
        graphics.dispose();
    }

    private void place(int y, int[] from, int offset) {
        int[] to = pixels(target);
        int origin = index(0, y);
        int step = source.getWidth() == 1 ? 0 : index(1, y) - origin;
        for (int x = 0; x < source.getWidth(); x++) {
            to[origin + x * step] = from[offset + x];
        }
    }

    /** Where a stored pixel is seen (EXIF 2.3, table of tag 0x0112). */
    private int index(int x, int y) {
        int right = source.getWidth() - 1 - x;
        int below = source.getHeight() - 1 - y;
        return switch (orientation) {
            case 2 -> at(right, y);
            case 3 -> at(right, below);
            case 4 -> at(x, below);
            case 5 -> at(y, x);
            case 6 -> at(below, x);
            case 7 -> at(below, right);
            case 8 -> at(y, right);
            default -> at(x, y);
        };
    }

    private int at(int x, int y) {
        return y * target.getWidth() + x;
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
