package dev.vignette.engine.copy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Decodes Base64 in pieces, strictly: no foreign characters, padding only at the end. */
final class Base64Text {
    private static final int PIECE = 64 * 1024;
    private static final int HEAD = 64;
    private static final String MARK = "base64,";

    private Base64Text() {}

    /**
     * Decodes that many characters.
     *
     * @return false when they are not valid; the output may have got a part then
     */
    static boolean decode(InputStream text, long length, OutputStream out) throws IOException {
        if (length % 4 != 0) {
            return false;
        }
        long left = length;
        while (left > 0) {
            byte[] piece = text.readNBytes((int) Math.min(PIECE, left));
            left -= piece.length;
            if (piece.length == 0 || (left > 0 && piece[piece.length - 1] == '=')) {
                return false;
            }
            try {
                out.write(Base64.getDecoder().decode(piece));
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
        return true;
    }

    /** Decodes a file that holds nothing else, with or without the head of a data URI. */
    static boolean decodeFile(Path file, OutputStream out) throws IOException {
        try (InputStream text = new BufferedInputStream(Files.newInputStream(file))) {
            text.mark(HEAD);
            String head = new String(text.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            text.reset();
            int start = head.startsWith("data:") ? head.indexOf(MARK) + MARK.length() : 0;
            text.skipNBytes(start);
            return decode(text, Files.size(file) - start - spaceAtEnd(file), out);
        }
    }

    /** A text file often ends with a line's end. */
    private static long spaceAtEnd(Path file) throws IOException {
        try (InputStream text = Files.newInputStream(file)) {
            text.skipNBytes(Math.max(0, Files.size(file) - 2));
            byte[] tail = text.readNBytes(2);
            String end = new String(tail, StandardCharsets.ISO_8859_1);
            return (long) end.length() - end.stripTrailing().length();
        }
    }
}
