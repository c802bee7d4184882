package dev.vignette.engine.intake;

import dev.vignette.portrait.ImageType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/** One reading of the header of one file. */
final class HeaderReading {
    private static final int HEAD_BYTES = 64;
    private static final int MOST_SEGMENTS = 4096;
    private static final int SEGMENT_BYTES = 9;
    private static final int CHUNK = 12;

    private final FileChannel channel;

    HeaderReading(FileChannel channel) {
        this.channel = channel;
    }

    PictureHeader header() throws IOException, UnusablePhoto {
        byte[] head = bytes(0, HEAD_BYTES);
        Optional<ImageType> type = ImageType.sniff(head);
        if (type.isEmpty()) {
            return new PictureHeader.NotAPicture();
        }
        FileBytes file = FileBytes.of(head);
        return switch (type.get()) {
            case PNG -> known(ImageType.PNG, file.u32(16), file.u32(20));
            case GIF -> known(ImageType.GIF, file.u16Little(6), file.u16Little(8));
            case WEBP -> webp(file);
            case JPEG -> jpeg();
        };
    }

    private static PictureHeader webp(FileBytes file) throws UnusablePhoto {
        Optional<WebpFrame> frame = WebpFrame.of(file, CHUNK);
        return frame.isEmpty()
                ? new PictureHeader.NotAPicture()
                : known(ImageType.WEBP, frame.get().width(), frame.get().height());
    }

    private PictureHeader jpeg() throws IOException, UnusablePhoto {
        long at = 2;
        for (int i = 0; i < MOST_SEGMENTS; i++) {
            FileBytes segment = FileBytes.of(bytes(at, SEGMENT_BYTES));
            int code = segment.u8(1);
            if (segment.u8(0) != 0xFF) {
                return new PictureHeader.NotAPicture();
            }
            if (isFrame(code)) {
                return known(ImageType.JPEG, segment.u16(7), segment.u16(5));
            }
            at += code == 0xFF ? 1 : 2 + segment.u16(2);
        }
        return new PictureHeader.NotAPicture();
    }

    private static boolean isFrame(int code) {
        return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
    }

    private static PictureHeader known(ImageType type, long width, long height) {
        boolean real = width > 0 && height > 0 && Math.max(width, height) <= Integer.MAX_VALUE;
        return real
                ? new PictureHeader.Known(type, (int) width, (int) height)
                : new PictureHeader.NotAPicture();
    }

    private byte[] bytes(long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) > 0) {}
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
