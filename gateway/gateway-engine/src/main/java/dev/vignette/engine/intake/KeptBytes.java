package dev.vignette.engine.intake;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The pieces of a file that stay. When all of it stays, nothing is copied. */
final class KeptBytes {
    /** Far more than any real picture has, and few enough to hold. */
    private static final int MOST_PIECES = 4096;

    private static final int NOWHERE = -1;

    private final byte[] file;
    private final List<ByteBuffer> pieces = new ArrayList<>();
    private int lastFrom = NOWHERE;
    private int lastTo = NOWHERE;

    KeptBytes(byte[] file) {
        this.file = file;
    }

    /** Keeps a stretch of the file. */
    void keep(int from, int to) throws UnusablePhoto {
        if (from == lastTo) {
            pieces.removeLast();
        } else {
            lastFrom = from;
        }
        lastTo = to;
        append(ByteBuffer.wrap(file, lastFrom, to - lastFrom));
    }

    /** Puts other bytes in the place of a stretch that goes. */
    void replaceBy(byte[] other) throws UnusablePhoto {
        lastTo = NOWHERE;
        append(ByteBuffer.wrap(other));
    }

    /** What stays; the file itself, not a copy, when that is all of it. */
    byte[] toBytes() {
        boolean all = pieces.size() == 1 && lastFrom == 0 && lastTo == file.length;
        if (all) {
            return file;
        }
        ByteBuffer result =
                ByteBuffer.allocate(pieces.stream().mapToInt(ByteBuffer::remaining).sum());
        pieces.forEach(result::put);
        return result.array();
    }

    private void append(ByteBuffer piece) throws UnusablePhoto {
        if (pieces.size() == MOST_PIECES) {
            throw UnusablePhoto.broken("it is chopped into too many parts");
        }
        pieces.add(piece);
    }
}
