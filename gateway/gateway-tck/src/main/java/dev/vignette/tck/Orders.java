package dev.vignette.tck;

import dev.vignette.id.AttemptId;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Photo;
import dev.vignette.portrait.Style;
import dev.vignette.provider.Order;
import dev.vignette.provider.ReferencePhoto;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Valid orders, each changed only in what a test is about: {@code Orders.valid().count(1).order()}.
 * Immutable.
 */
public final class Orders {
    /** The width and height in pixels of the photo every order starts with. */
    public static final int PHOTO_SIDE = 256;

    private static final byte[] PHOTO = drawnFace();
    private static final AttemptId ATTEMPT = new AttemptId("att_01k9c0ntracttest0000000000000000");

    private final Order order;

    private Orders(Order order) {
        this.order = order;
    }

    /**
     * A portrait series of two pictures from the first, no style, a small photo without a link, ten
     * minutes left, nowhere to call back.
     */
    public static Orders valid() {
        return new Orders(
                new Order(
                        ATTEMPT,
                        Kind.PORTRAIT_SERIES,
                        2,
                        0,
                        Style.NONE,
                        photo(),
                        Duration.ofMinutes(10),
                        null));
    }

    /** The same for one headshot. */
    public static Orders validHeadshot() {
        return valid().kind(Kind.HEADSHOT).count(1);
    }

    /** The same for another attempt. */
    public Orders attempt(AttemptId value) {
        return new Orders(
                new Order(
                        value,
                        order.kind(),
                        order.count(),
                        order.firstPicture(),
                        order.style(),
                        order.photo(),
                        order.timeLeft(),
                        order.callback()));
    }

    /** The same for another kind. */
    public Orders kind(Kind value) {
        return new Orders(
                new Order(
                        order.attempt(),
                        value,
                        order.count(),
                        order.firstPicture(),
                        order.style(),
                        order.photo(),
                        order.timeLeft(),
                        order.callback()));
    }

    /** The same for so many pictures. */
    public Orders count(int value) {
        return new Orders(
                new Order(
                        order.attempt(),
                        order.kind(),
                        value,
                        order.firstPicture(),
                        order.style(),
                        order.photo(),
                        order.timeLeft(),
                        order.callback()));
    }

    /** The same for pictures from that one on, counted from 0. */
    public Orders firstPicture(int value) {
        return new Orders(
                new Order(
                        order.attempt(),
                        order.kind(),
                        order.count(),
                        value,
                        order.style(),
                        order.photo(),
                        order.timeLeft(),
                        order.callback()));
    }

    /** The same in another style. */
    public Orders style(Style value) {
        return new Orders(
                new Order(
                        order.attempt(),
                        order.kind(),
                        order.count(),
                        order.firstPicture(),
                        value,
                        order.photo(),
                        order.timeLeft(),
                        order.callback()));
    }

    /** The same from another photo. */
    public Orders photo(ReferencePhoto value) {
        return new Orders(
                new Order(
                        order.attempt(),
                        order.kind(),
                        order.count(),
                        order.firstPicture(),
                        order.style(),
                        value,
                        order.timeLeft(),
                        order.callback()));
    }

    /** The same with so much time left. */
    public Orders timeLeft(Duration value) {
        return new Orders(
                new Order(
                        order.attempt(),
                        order.kind(),
                        order.count(),
                        order.firstPicture(),
                        order.style(),
                        order.photo(),
                        value,
                        order.callback()));
    }

    /** The same with an address that is told when the job is over. */
    public Orders callback(URI value) {
        return new Orders(
                new Order(
                        order.attempt(),
                        order.kind(),
                        order.count(),
                        order.firstPicture(),
                        order.style(),
                        order.photo(),
                        order.timeLeft(),
                        value));
    }

    /** The order itself. */
    public Order order() {
        return order;
    }

    /** A small PNG, {@link #PHOTO_SIDE} pixels a side, that providers cannot reach by a link. */
    public static ReferencePhoto photo() {
        return photo(PHOTO, null);
    }

    /** The same photo where providers can reach it by this link. */
    public static ReferencePhoto photoAt(URI link) {
        return photo(PHOTO, link);
    }

    /**
     * A photo of exactly that many bytes: the small one with zeros behind it, which decoders
     * ignore.
     *
     * @param bytes its size; at least that of {@link #photo()}
     */
    public static ReferencePhoto photoOfSize(int bytes) {
        return photo(Arrays.copyOf(PHOTO, bytes), null);
    }

    private static ReferencePhoto photo(byte[] content, @Nullable URI link) {
        Photo facts =
                new Photo(
                        ContentHash.of(content),
                        ImageType.PNG,
                        PHOTO_SIDE,
                        PHOTO_SIDE,
                        content.length);
        return new ReferencePhoto(facts, link, content::clone);
    }

    private static byte[] drawnFace() {
        BufferedImage image = new BufferedImage(PHOTO_SIDE, PHOTO_SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, PHOTO_SIDE, PHOTO_SIDE);
        pen.setColor(new Color(0xC68642));
        pen.fillOval(72, 48, 112, 144);
        pen.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
