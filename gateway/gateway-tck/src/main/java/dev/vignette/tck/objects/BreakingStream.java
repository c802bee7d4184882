package dev.vignette.tck.objects;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A disk that fails in the middle of a file. */
final class BreakingStream extends InputStream {
    private final ByteArrayInputStream bytes;

    BreakingStream(byte[] content, int readable) {
        this.bytes = new ByteArrayInputStream(content, 0, readable);
    }

    @Override
    public int read() throws IOException {
        var next = bytes.read();
        if (next < 0) {
            throw new IOException("the disk broke");
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = bytes.read(target, offset, length);
        if (count < 0) {
            throw new IOException("the disk broke");
        }
        return count;
    }
}
