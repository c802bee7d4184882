package dev.vignette.engine.intake;

/**
 * A stretch of a file in memory, read with every access checked: whatever would lie beyond its end
 * makes the photo a broken one.
 */
final class FileBytes {
    private final byte[] bytes;
    private final int from;
    private final int to;

    FileBytes(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    static FileBytes of(byte[] bytes) {
        return new FileBytes(bytes, 0, bytes.length);
    }

    int length() {
        return to - from;
    }

    int u8(long at) throws UnusablePhoto {
        if (at < 0 || at >= length()) {
            throw UnusablePhoto.broken("it ends too early");
        }
        return bytes[from + (int) at] & 0xFF;
    }

    int u16(long at) throws UnusablePhoto {
        return u8(at) << 8 | u8(at + 1);
    }

    long u32(long at) throws UnusablePhoto {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    int u16Little(long at) throws UnusablePhoto {
        return u8(at) | u8(at + 1) << 8;
    }

    int u24Little(long at) throws UnusablePhoto {
        return u16Little(at) | u8(at + 2) << 16;
    }

    long u32Little(long at) throws UnusablePhoto {
        return u16Little(at) | (long) u16Little(at + 2) << 16;
    }

    /** Whether these characters stand there, in full. */
    boolean has(long at, String ascii) {
        if (at < 0 || at + ascii.length() > length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (bytes[from + (int) at + i] != (byte) ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
