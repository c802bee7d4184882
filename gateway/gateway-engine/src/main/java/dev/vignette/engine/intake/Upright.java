package dev.vignette.engine.intake;

import dev.vignette.engine.request.PhotoProblem;
import dev.vignette.portrait.ImageType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Turns those photos upright whose metadata say that they are not; all others are never decoded.
 * What comes out has no metadata. Pictures wait for each other rather than exceed the memory for
 * it.
 *
 * <p>JPEG becomes JPEG, PNG stays PNG. WebP, which nothing here can write, becomes PNG, or JPEG
 * when the PNG is too large and nothing shines through.
 */
final class Upright {
    /** Decoded and turned, four bytes a pixel each. */
    private static final long BYTES_PER_PIXEL = 8;

    private static final long PERMIT_BYTES = 64 * 1024;
    private static final float QUALITY = 0.95f;

    private final int permits;
    private final Semaphore memory;

    /** With so many bytes for decoded pictures, all of them together. */
    Upright(long memoryBytes) {
        this.permits = Math.clamp(memoryBytes / PERMIT_BYTES, 1, Integer.MAX_VALUE);
        this.memory = new Semaphore(permits, true);
    }

    /** The photo turned; the same one when it is upright. */
    CleanFile turn(CleanFile photo) throws UnusablePhoto {
        if (photo.orientation() == Exif.UPRIGHT) {
            return photo;
        }
        long need = BYTES_PER_PIXEL * photo.width() * photo.height() / PERMIT_BYTES + 1;
        if (need > permits) {
            throw new UnusablePhoto(
                    PhotoProblem.Kind.TOO_MANY_PIXELS,
                    "the photo has to be turned upright and is too large for that here");
        }
        memory.acquireUninterruptibly((int) need);
        try {
            BufferedImage turned = Turn.upright(decoded(photo), photo.orientation());
            return encoded(photo, turned);
        } catch (IOException | RuntimeException e) {
            // Decoders meet hostile bytes with every sort of exception.
            throw UnusablePhoto.broken("it cannot be decoded");
        } finally {
            memory.release((int) need);
        }
    }

    private static BufferedImage decoded(CleanFile photo) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(photo.type().mediaType());
        ImageReader reader = readers.next();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(photo.bytes()))) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != photo.width() || reader.getHeight(0) != photo.height()) {
                throw new IOException("the decoder sees another size than the header tells");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static CleanFile encoded(CleanFile photo, BufferedImage turned)
            throws IOException, UnusablePhoto {
        if (photo.type() == ImageType.JPEG) {
            return fitting(ImageType.JPEG, turned, jpeg(turned));
        }
        byte[] png = png(turned);
        if (photo.type() == ImageType.PNG) {
            return fitting(ImageType.PNG, turned, PngColours.carried(photo.bytes(), png));
        }
        if (png.length > PhotoLimits.MAX_BYTES && !turned.getColorModel().hasAlpha()) {
            return fitting(ImageType.JPEG, turned, jpeg(turned));
        }
        return fitting(ImageType.PNG, turned, png);
    }

    private static CleanFile fitting(ImageType type, BufferedImage picture, byte[] bytes)
            throws UnusablePhoto {
        if (bytes.length > PhotoLimits.MAX_BYTES) {
            throw new UnusablePhoto(
                    PhotoProblem.Kind.TOO_LARGE,
                    "turned upright, the photo is larger than 15,000,000 bytes");
        }
        return new CleanFile(type, picture.getWidth(), picture.getHeight(), Exif.UPRIGHT, bytes);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", new MemoryCacheImageOutputStream(out))) {
            throw new IOException("no PNG encoder");
        }
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
