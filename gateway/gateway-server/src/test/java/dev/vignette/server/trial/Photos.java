package dev.vignette.server.trial;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Photos to send, and files that only look like one. */
public final class Photos {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Photos() {}

    /** A photo that nobody has sent before. */
    public static byte[] fresh() {
        return picture("png", COUNT.incrementAndGet());
    }

    static byte[] jpeg() {
        return picture("jpeg", COUNT.incrementAndGet());
    }

    static byte[] gif() {
        return picture("gif", COUNT.incrementAndGet());
    }

    /** As the member {@code image} takes it. */
    public static String dataUri(byte[] photo) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(photo);
    }

    /** A JPEG whose EXIF says where it was taken, with that text among it. */
    static byte[] takenSomewhere(String place) {
        byte[] text = (place + "\0").getBytes(StandardCharsets.US_ASCII);
        int ifd = 8;
        int gps = ifd + 2 + 12 + 4;
        int value = gps + 2 + 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(value + text.length);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(ifd);
        tiff.putShort((short) 1).putShort((short) 0x8825).putShort((short) 4);
        tiff.putInt(1).putInt(gps).putInt(0);
        tiff.putShort((short) 1).putShort((short) 0x1B).putShort((short) 7);
        tiff.putInt(text.length).putInt(value).putInt(0).put(text);
        byte[] jpeg = jpeg();
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + tiff.capacity() + 10);
        file.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (tiff.capacity() + 8));
        file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        return file.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A valid PNG of 30000 x 30000 pixels in about 3 MB. */
    static byte[] bomb() {
        int side = 30_000;
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] row = new byte[1 + (side + 7) / 8];
        Random noise = new Random(1);
        try (DeflaterOutputStream rows =
                new DeflaterOutputStream(data, new Deflater(Deflater.BEST_SPEED))) {
            for (int y = 0; y < side; y++) {
                if (y < 750) {
                    noise.nextBytes(row);
                } else if (y == 750) {
                    Arrays.fill(row, (byte) 0);
                }
                row[0] = 0;
                rows.write(row);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        ByteBuffer header = ByteBuffer.allocate(13).putInt(side).putInt(side);
        header.put((byte) 1);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        png.writeBytes(chunk("IHDR", header.array()));
        png.writeBytes(chunk("IDAT", data.toByteArray()));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    /** A JPEG with so much behind its picture that it has that many bytes. */
    static byte[] padded(int bytes) {
        return Arrays.copyOf(jpeg(), bytes);
    }

    private static byte[] chunk(String name, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(content.length + 12).putInt(content.length);
        chunk.put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 4, content.length + 4);
        return chunk.putInt((int) sum.getValue()).array();
    }

    private static byte[] picture(String format, int number) {
        BufferedImage image = new BufferedImage(96, 128, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(200, 220, 240));
        pen.fillRect(0, 0, 96, 128);
        pen.setColor(new Color(number * 7919 & 0xFFFFFF));
        pen.fillOval(24, 24, 48, 80);
        pen.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return file.toByteArray();
    }
}
