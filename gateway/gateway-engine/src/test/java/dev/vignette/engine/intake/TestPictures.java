package dev.vignette.engine.intake;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Draws pictures for tests and hangs metadata on them, byte by byte. */
public final class TestPictures {
    /** What the EXIF blocks made here hold as a place: 47 degrees, 22 minutes, 11.23 seconds. */
    static final byte[] PLACE = rationals(47, 1, 22, 1, 1123, 100);

    private TestPictures() {}

    /** Four quarters: red and green above, blue and white below. */
    public static BufferedImage quarters(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, type);
        Graphics2D graphics = picture.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colours.length; i++) {
            graphics.setColor(colours[i]);
            int x = i % 2 * (width / 2);
            int y = i / 2 * (height / 2);
            graphics.fillRect(x, y, width - width / 2, height - height / 2);
        }
        graphics.dispose();
        return picture;
    }

    public static byte[] jpeg(int width, int height) {
        return written("jpeg", quarters(width, height, BufferedImage.TYPE_INT_RGB));
    }

    public static byte[] png(int width, int height) {
        return written("png", quarters(width, height, BufferedImage.TYPE_INT_RGB));
    }

    static byte[] written(String format, BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static BufferedImage decoded(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A lossless WebP file: black, its upper left quarter green. */
    public static byte[] webp(int width, int height) {
        return riff(chunk("VP8L", losslessWebp(width, height)));
    }

    /** The same in the extended form, with these chunks after the picture and these flags. */
    static byte[] extendedWebp(int width, int height, int flags, byte[]... more) {
        byte[] header =
                little(10)
                        .put((byte) flags)
                        .put(new byte[3])
                        .put(u24(width - 1))
                        .put(u24(height - 1))
                        .array();
        return riff(
                chunk("VP8X", header), chunk("VP8L", losslessWebp(width, height)), joined(more));
    }

    static byte[] riff(byte[]... chunks) {
        byte[] body = joined(chunks);
        return joined(
                ascii("RIFF"), little(4).putInt(body.length + 4).array(), ascii("WEBP"), body);
    }

    static byte[] chunk(String name, byte[] data) {
        return joined(
                ascii(name),
                little(4).putInt(data.length).array(),
                data,
                new byte[data.length % 2]);
    }

    /** A VP8L stream (RFC 9649, section 3) whose pixels take one bit each. */
    private static byte[] losslessWebp(int width, int height) {
        Bits bits = new Bits();
        bits.put(0x2F, 8).put(width - 1, 14).put(height - 1, 14).put(0, 1).put(0, 3);
        bits.put(0, 3); // no transform, no colour cache, one group of codes
        bits.put(0b11, 2).put(0, 1).put(0, 1).put(255, 8); // green: 0 and 255
        bits.put(0b01, 2).put(0, 1).put(0, 1); // red: always 0
        bits.put(0b01, 2).put(0, 1).put(0, 1); // blue: always 0
        bits.put(0b01, 2).put(1, 1).put(255, 8); // alpha: always 255
        bits.put(0b01, 2).put(0, 1).put(0, 1); // distance: never used
        for (int i = 0; i < width * height; i++) {
            boolean green = i % width < width / 2 && i / width < height / 2;
            bits.put(green ? 1 : 0, 1);
        }
        return bits.bytes();
    }

    /** A JPEG with that segment right after its beginning. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
        byte[] head =
                ByteBuffer.allocate(4)
                        .put((byte) 0xFF)
                        .put((byte) marker)
                        .putShort((short) (data.length + 2))
                        .array();
        return joined(part(jpeg, 0, 2), head, data, part(jpeg, 2, jpeg.length));
    }

    static byte[] withExif(byte[] jpeg, int orientation) {
        return withSegment(jpeg, 0xE1, joined(ascii("Exif\0\0"), exif(orientation)));
    }

    /** A PNG with that chunk right after its header. */
    static byte[] withChunk(byte[] png, String name, byte[] data) {
        return joined(part(png, 0, 33), pngChunk(name, data), part(png, 33, png.length));
    }

    static byte[] pngChunk(String name, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(ascii(name));
        crc.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(ascii(name))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /** A PNG's beginning that announces any size. */
    static byte[] pngHeader(int width, int height) {
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        return joined(part(png(2, 2), 0, 8), pngChunk("IHDR", header));
    }

    /** A TIFF block with an orientation and a place. */
    static byte[] exif(int orientation) {
        byte[] block = new byte[80];
        ByteBuffer tiff = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(ascii("II")).putShort((short) 42).putInt(8).putShort((short) 2);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 38);
        tiff.putInt(0).putShort((short) 1);
        entry(tiff, 0x0002, 5, 3, 56);
        tiff.putInt(0).put(PLACE);
        return block;
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] rationals(int... numbers) {
        byte[] block = new byte[numbers.length * 4];
        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(numbers);
        return block;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] part(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] u24(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes the least significant bit first. */
    private static final class Bits {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int pending;
        private int count;

        Bits put(int value, int bits) {
            for (int i = 0; i < bits; i++) {
                pending |= (value >> i & 1) << count++;
                if (count == 8) {
                    out.write(pending);
                    pending = 0;
                    count = 0;
                }
            }
            return this;
        }

        byte[] bytes() {
            out.write(pending);
            return out.toByteArray();
        }
    }
}
