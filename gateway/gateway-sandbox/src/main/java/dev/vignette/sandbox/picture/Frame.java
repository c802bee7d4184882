package dev.vignette.sandbox.picture;

import dev.vignette.portrait.Background;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** What lies over every picture: a thin frame, its number and the word SANDBOX. */
final class Frame {
    private static final String WORD = "SANDBOX";

    private Frame() {}

    static void paint(Graphics2D pen, PictureOrder order) {
        double unit = Math.min(order.width(), order.height()) / 100.0;
        boolean dark = order.background() == Background.BLACK;
        watermark(pen, order, unit);
        border(pen, order, unit, dark);
        plate(pen, order, unit);
    }

    private static void watermark(Graphics2D pen, PictureOrder order, double unit) {
        double height = unit * 8;
        Rectangle2D size = Lettering.of(WORD, height).getBounds2D();
        AffineTransform across = new AffineTransform();
        across.translate(order.width() / 2.0, order.height() * 0.83);
        across.rotate(-Math.atan2(order.height() * 0.12, order.width()));
        across.translate(-size.getCenterX(), -size.getCenterY());
        Shape word = across.createTransformedShape(Lettering.of(WORD, height));
        pen.setStroke(Lettering.stroke(unit * 1.2));
        pen.setColor(new Color(0, 0, 0, 34));
        pen.draw(
                AffineTransform.getTranslateInstance(unit * 0.3, unit * 0.3)
                        .createTransformedShape(word));
        pen.setColor(new Color(255, 255, 255, 92));
        pen.draw(word);
    }

    private static void border(Graphics2D pen, PictureOrder order, double unit, boolean dark) {
        double inset = unit * 3;
        pen.setStroke(new BasicStroke((float) Math.max(1, unit * 0.3)));
        pen.setColor(dark ? new Color(255, 255, 255, 90) : new Color(0, 0, 0, 60));
        pen.draw(
                new RoundRectangle2D.Double(
                        inset,
                        inset,
                        order.width() - 2 * inset,
                        order.height() - 2 * inset,
                        unit * 3,
                        unit * 3));
    }

    /** The number on a dark plate in the upper right corner. */
    private static void plate(Graphics2D pen, PictureOrder order, double unit) {
        String number = order.of() == 0 ? "" + order.number() : order.number() + "/" + order.of();
        Shape text = Lettering.of(number, unit * 2.8);
        Rectangle2D size = text.getBounds2D();
        double pad = unit * 2;
        double left = order.width() - unit * 6 - size.getWidth() - 2 * pad;
        double top = unit * 6;
        double height = size.getHeight() + 2 * pad;
        pen.setColor(new Color(18, 20, 24, 190));
        pen.fill(
                new RoundRectangle2D.Double(
                        left, top, size.getWidth() + 2 * pad, height, height, height));
        pen.setStroke(Lettering.stroke(unit * 0.5));
        pen.setColor(new Color(255, 255, 255, 235));
        pen.draw(
                AffineTransform.getTranslateInstance(
                                left + pad - size.getX(), top + pad - size.getY())
                        .createTransformedShape(text));
    }
}
