package dev.vignette.sandbox.picture;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.ImageType;
import dev.vignette.sandbox.Bytes;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * Draws the sandbox's pictures: the person from the reference photo on a studio background, in a
 * pose and light of its own, framed, numbered and watermarked.
 */
public final class SandboxPainter {

    private static final RecentPictures RECENT = new RecentPictures();

    private SandboxPainter() {}

    /**
     * The picture's file.
     *
     * @throws UnreadablePhoto when the photo is not JPEG, PNG or WebP
     */
    public static Bytes paint(PictureOrder order) {
        return RECENT.get(order);
    }

    static Bytes draw(PictureOrder order) {
        BufferedImage photo = PhotoFile.decode(order.photo());
        BufferedImage canvas =
                new BufferedImage(order.width(), order.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = Pens.on(canvas);
        Pose pose = Pose.of(order);
        if (order.background() == Background.ORIGINAL) {
            pen.drawImage(scene(photo, pose, canvas), 0, 0, null);
        } else {
            Studio.paint(pen, order.background(), order.width(), order.height());
            BufferedImage person = person(photo, pose, canvas);
            Shadow.paint(pen, person);
            pen.drawImage(person, 0, 0, null);
        }
        Frame.paint(pen, order);
        pen.dispose();
        return PhotoFile.encode(canvas, order.type());
    }

    /** A picture of one colour, as some vendors deliver instead of a flagged one. */
    public static Bytes blank(int width, int height, ImageType type) {
        return PhotoFile.encode(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), type);
    }

    /** The whole photo, its own background kept. */
    private static BufferedImage scene(BufferedImage photo, Pose pose, BufferedImage canvas) {
        return lit(photo, pose, canvas, true);
    }

    private static BufferedImage person(BufferedImage photo, Pose pose, BufferedImage canvas) {
        return lit(Cutout.of(photo), pose, canvas, false);
    }

    private static BufferedImage lit(
            BufferedImage image, Pose pose, BufferedImage canvas, boolean cover) {
        int width = canvas.getWidth();
        int height = canvas.getHeight();
        BufferedImage layer = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = Pens.on(layer);
        pen.drawImage(image, place(image, pose, width, height, cover), null);
        pen.setComposite(AlphaComposite.SrcAtop);
        pose.light().shine(pen, width, height);
        pen.dispose();
        return pose.light() == Light.MONOCHROME ? Light.grayed(layer) : layer;
    }

    /** Stands the image on the lower edge, filling the canvas when it is to cover it. */
    private static AffineTransform place(
            BufferedImage image, Pose pose, int width, int height, boolean cover) {
        double across = (double) width / image.getWidth();
        double down = (double) height / image.getHeight();
        double fit = cover ? Math.max(across, down) * 1.12 : Math.min(across, down);
        double scale = fit * pose.zoom();
        // A whole scene moves less, lest it bares an edge of the canvas.
        double share = cover ? 0.5 : 1;
        double left = (width - image.getWidth() * scale) / 2 + pose.shift() * share * width;
        double top =
                cover
                        ? (height - image.getHeight() * scale) / 2
                        : height * 1.02 - image.getHeight() * scale + pose.zoomDrop() * height;
        AffineTransform transform = new AffineTransform();
        transform.rotate(Math.toRadians(pose.tilt() * share), width / 2.0, height * 0.95);
        transform.translate(left, top);
        transform.scale(scale, scale);
        if (pose.mirrored()) {
            transform.translate(image.getWidth(), 0);
            transform.scale(-1, 1);
        }
        return transform;
    }
}
