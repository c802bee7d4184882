package dev.vignette.engine.intake;

import java.util.ArrayList;
import java.util.List;

/** The pieces of a file that stay. When all of it stays, nothing is copied. */
final class KeptBytes {
    /** Far more than any real picture has, and few enough to hold. */
    private static final int MOST_PIECES = 4096;

    private record Piece(byte[] source, int from, int to) {}

    private final byte[] file;
    private final List<Piece> pieces = new ArrayList<>();

    KeptBytes(byte[] file) {
        this.file = file;
    }

    /** Keeps a stretch of the file. */
    void keep(int from, int to) throws UnusablePhoto {
        if (!pieces.isEmpty() && joins(pieces.getLast(), from)) {
            Piece last = pieces.removeLast();
            pieces.add(new Piece(file, last.from(), to));
            return;
        }
        append(new Piece(file, from, to));
    }

    /** Puts other bytes in the place of a stretch that goes. */
    void replaceBy(byte[] other) throws UnusablePhoto {
        append(new Piece(other, 0, other.length));
    }

    /** What stays; the file itself, not a copy, when that is all of it. */
    byte[] toBytes() {
        if (pieces.size() == 1 && pieces.getFirst().equals(new Piece(file, 0, file.length))) {
            return file;
        }
        byte[] result = new byte[pieces.stream().mapToInt(p -> p.to() - p.from()).sum()];
        int at = 0;
        for (Piece piece : pieces) {
            System.arraycopy(piece.source(), piece.from(), result, at, piece.to() - piece.from());
            at += piece.to() - piece.from();
        }
        return result;
    }

    private boolean joins(Piece last, int from) {
        return last.source() == file && last.to() == from;
    }

    private void append(Piece piece) throws UnusablePhoto {
        if (pieces.size() == MOST_PIECES) {
            throw UnusablePhoto.broken("it is chopped into too many parts");
        }
        pieces.add(piece);
    }
}
