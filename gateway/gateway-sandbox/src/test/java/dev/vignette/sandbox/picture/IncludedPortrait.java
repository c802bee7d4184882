package dev.vignette.sandbox.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Draws the photo that is included to try things with: a person who does not exist. Run {@link
 * #main} to make the file anew.
 */
final class IncludedPortrait {
    static final int WIDTH = 512;
    static final int HEIGHT = 640;

    private static final Color WALL = new Color(0xC9D6D8);
    private static final Color SKIN = new Color(0xE0A582);
    private static final Color SHADE = new Color(0xBF7F5F);
    private static final Color HAIR = new Color(0x3A2A26);
    private static final Color JACKET = new Color(0x2F4858);
    private static final Color SHIRT = new Color(0xF4F1EA);

    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D pen = Pens.on(image);

    /** Writes the file to the path in the first argument. */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), file());
    }

    static byte[] file() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0.83f);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(new IncludedPortrait().draw(), null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private BufferedImage draw() {
        fill(new Rectangle(WIDTH, HEIGHT), WALL);
        hairBehind();
        shoulders();
        neck();
        head();
        face();
        fringe();
        grain();
        pen.dispose();
        return image;
    }

    private void hairBehind() {
        pen.setPaint(new GradientPaint(140, 100, new Color(0x4A3630), 380, 460, HAIR));
        Path2D hair = new Path2D.Double();
        hair.moveTo(256, 84);
        hair.curveTo(120, 80, 118, 220, 128, 330);
        hair.curveTo(132, 400, 116, 430, 150, 452);
        hair.curveTo(200, 470, 312, 470, 362, 452);
        hair.curveTo(396, 430, 380, 400, 384, 330);
        hair.curveTo(394, 220, 392, 80, 256, 84);
        pen.fill(hair);
    }

    private void shoulders() {
        Path2D body = new Path2D.Double();
        body.moveTo(34, 660);
        body.curveTo(38, 520, 96, 500, 200, 462);
        body.lineTo(312, 462);
        body.curveTo(416, 500, 474, 520, 478, 660);
        body.closePath();
        pen.setPaint(new GradientPaint(120, 470, new Color(0x3C5A6D), 380, 640, JACKET));
        pen.fill(body);

        fill(polygon(204, 458, 308, 458, 290, 660, 222, 660), SHIRT);
        fill(polygon(204, 452, 252, 512, 214, 548, 184, 476), SHIRT);
        fill(polygon(308, 452, 260, 512, 298, 548, 328, 476), SHIRT);
        pen.setPaint(
                new GradientPaint(150, 480, new Color(0x36525F), 230, 640, new Color(0x22363F)));
        pen.fill(polygon(188, 466, 228, 660, 212, 660, 146, 566, 174, 552, 154, 530));
        pen.fill(polygon(324, 466, 284, 660, 300, 660, 366, 566, 338, 552, 358, 530));
    }

    private void neck() {
        Path2D neck = new Path2D.Double();
        neck.moveTo(212, 360);
        neck.lineTo(212, 452);
        neck.curveTo(226, 486, 246, 504, 256, 508);
        neck.curveTo(266, 504, 286, 486, 300, 452);
        neck.lineTo(300, 360);
        neck.closePath();
        pen.setPaint(new GradientPaint(256, 392, SHADE, 256, 480, SKIN));
        pen.fill(neck);
    }

    private void head() {
        fill(new Ellipse2D.Double(136, 248, 38, 68), SHADE);
        fill(new Ellipse2D.Double(338, 248, 38, 68), SHADE);
        Path2D head = new Path2D.Double();
        head.moveTo(256, 118);
        head.curveTo(178, 118, 152, 180, 154, 258);
        head.curveTo(156, 340, 196, 408, 256, 410);
        head.curveTo(316, 408, 356, 340, 358, 258);
        head.curveTo(360, 180, 334, 118, 256, 118);
        pen.setPaint(
                new RadialGradientPaint(
                        228f,
                        230f,
                        210f,
                        new float[] {0f, 0.6f, 1f},
                        new Color[] {new Color(0xF0BC9A), SKIN, SHADE}));
        pen.fill(head);
        glow(198, 314, 34, new Color(0xE0, 0x6A, 0x5A, 70));
        glow(314, 314, 34, new Color(0xE0, 0x6A, 0x5A, 70));
    }

    private void face() {
        eye(211);
        eye(301);
        stroke(HAIR, 6.5f, curve(184, 234, 204, 218, 236, 228));
        stroke(HAIR, 6.5f, curve(276, 228, 308, 218, 328, 234));
        stroke(new Color(0xB87758), 4f, curve(254, 268, 242, 316, 248, 322));
        stroke(new Color(0xB87758), 4f, curve(246, 323, 258, 330, 270, 322));
        Path2D lips = new Path2D.Double();
        lips.moveTo(218, 352);
        lips.curveTo(236, 348, 248, 346, 256, 350);
        lips.curveTo(264, 346, 276, 348, 294, 352);
        lips.curveTo(278, 382, 234, 382, 218, 352);
        fill(lips, new Color(0xB5544D));
        Path2D teeth = new Path2D.Double();
        teeth.moveTo(226, 354);
        teeth.curveTo(246, 357, 266, 357, 286, 354);
        teeth.curveTo(270, 368, 242, 368, 226, 354);
        fill(teeth, new Color(0xFBF7F2));
    }

    private void eye(double x) {
        Path2D white = new Path2D.Double();
        white.moveTo(x - 23, 262);
        white.curveTo(x - 12, 246, x + 12, 246, x + 23, 262);
        white.curveTo(x + 10, 274, x - 10, 274, x - 23, 262);
        fill(white, new Color(0xFAF6F1));
        Area iris = new Area(new Ellipse2D.Double(x - 11, 249, 22, 22));
        iris.intersect(new Area(white));
        fill(iris, new Color(0x4C7A67));
        fill(new Ellipse2D.Double(x - 5.5, 254.5, 11, 11), new Color(0x1A1513));
        fill(new Ellipse2D.Double(x + 0.5, 253, 5, 5), Color.WHITE);
        stroke(new Color(0x2A1D1A), 4f, curve(x - 24, 262, x, 242, x + 24, 260));
    }

    private void fringe() {
        pen.setPaint(new GradientPaint(150, 90, new Color(0x5A4238), 360, 240, HAIR));
        Path2D fringe = new Path2D.Double();
        fringe.moveTo(262, 80);
        fringe.curveTo(150, 78, 128, 170, 138, 282);
        fringe.curveTo(160, 250, 160, 200, 196, 176);
        fringe.curveTo(236, 186, 300, 170, 320, 150);
        fringe.curveTo(346, 190, 352, 250, 374, 282);
        fringe.curveTo(388, 160, 362, 84, 262, 80);
        pen.fill(fringe);
        for (int i = 0; i < 5; i++) {
            stroke(
                    new Color(255, 225, 200, 26),
                    3f,
                    curve(168 + i * 14, 170 - i * 12, 210 + i * 14, 112 - i * 3, 300 + i * 8, 108));
        }
    }

    /** A little grain, as a camera leaves it; the same at every run. */
    private void grain() {
        RandomGenerator random = RandomGeneratorFactory.of("SplittableRandom").create(42);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int noise = random.nextInt(-2, 3);
                Color colour = new Color(image.getRGB(x, y));
                image.setRGB(
                        x,
                        y,
                        Math.clamp(colour.getRed() + noise, 0, 255) << 16
                                | Math.clamp(colour.getGreen() + noise, 0, 255) << 8
                                | Math.clamp(colour.getBlue() + noise, 0, 255));
            }
        }
    }

    private void glow(float x, float y, float radius, Color colour) {
        Color clear = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        pen.setPaint(
                new RadialGradientPaint(
                        x, y, radius, new float[] {0f, 1f}, new Color[] {colour, clear}));
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    private void fill(Shape shape, Color colour) {
        pen.setPaint(colour);
        pen.fill(shape);
    }

    private void stroke(Color colour, float width, Shape line) {
        pen.setPaint(colour);
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(line);
    }

    private static Shape curve(
            double x, double y, double bendX, double bendY, double toX, double toY) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        path.quadTo(bendX, bendY, toX, toY);
        return path;
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
