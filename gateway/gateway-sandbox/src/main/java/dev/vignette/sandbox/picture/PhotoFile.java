package dev.vignette.sandbox.picture;

import dev.vignette.portrait.ImageType;
import dev.vignette.sandbox.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Reads and writes the files of pictures. */
public final class PhotoFile {
    private static final int ENOUGH = 1200;
    private static final float QUALITY = 0.85f;

    static {
        // Files on disk would only slow it down, and a sandbox may have no writable place.
        ImageIO.setUseCache(false);
    }

    private PhotoFile() {}

    /** Whether these bytes are a picture that can be drawn from. */
    public static boolean isReadable(Bytes file) {
        try {
            decode(file);
            return true;
        } catch (UnreadablePhoto _) {
            return false;
        }
    }

    /** The picture, large ones at a fraction of their size. */
    static BufferedImage decode(Bytes file) {
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(file.array()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UnreadablePhoto("neither JPEG nor PNG nor WebP");
            }
            return decode(readers.next(), in);
        } catch (IOException e) {
            throw new UnreadablePhoto("the picture is broken: " + e.getMessage());
        }
    }

    private static BufferedImage decode(ImageReader reader, ImageInputStream in)
            throws IOException {
        try {
            reader.setInput(in);
            int side = Math.max(reader.getWidth(0), reader.getHeight(0));
            int step = Math.max(1, side / ENOUGH);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    static Bytes encode(BufferedImage image, ImageType type) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageWriter writer = ImageIO.getImageWritersByFormatName(type.extension()).next();
            try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.write(null, new IIOImage(image, null, null), quality(writer));
            } finally {
                writer.dispose();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(out.toByteArray());
    }

    /** For PNG this trades size for speed, for JPEG it is the usual quality. */
    private static ImageWriteParam quality(ImageWriter writer) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
        return param;
    }
}
