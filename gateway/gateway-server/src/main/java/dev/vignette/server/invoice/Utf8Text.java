package dev.vignette.server.invoice;

import dev.vignette.invoice.InvoiceRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A file as text, for as long as it is UTF-8. What it cannot be is said with its line; a mark of
 * the byte order at its beginning is skipped.
 */
final class Utf8Text extends Reader {
    private static final int BUFFER = 8192;
    private static final int LONGEST_RECORD = 1_000_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String ASKED = "; save it as UTF-8";

    private final InputStream in;
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean begun;
    private boolean ended;
    private long line = 1;
    private long record = 1;
    private int length;

    /** Reads from a stream that is closed with it. */
    Utf8Text(InputStream in) {
        this.in = in;
    }

    /** Everything read so far belongs to whole records; the next begins in that line. */
    void recordBegins(long inLine) {
        record = inLine;
        length = 0;
    }

    /**
     * @throws InvoiceRefused when it is no text in UTF-8, or a record does not end
     */
    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int read = Math.min(wanted, chars.remaining());
        chars.get(target, offset, read);
        length += read;
        if (length > LONGEST_RECORD) {
            throw new InvoiceRefused(record, "it does not end; is a quote not closed?");
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read > 0) {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
        ended = read < 0;
        if (!begun) {
            refuseUtf16();
        }
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (!result.isError() && ended) {
            result = decoder.flush(chars);
        }
        chars.flip();
        check();
        if (result.isError()) {
            throw new InvoiceRefused(
                    line, "it is not UTF-8; is it Latin-1 (Windows-1252)?" + ASKED);
        }
        skipByteOrderMark();
    }

    /** Every second byte of a Latin text is zero then. */
    private void refuseUtf16() {
        if (bytes.remaining() >= 2) {
            int first = bytes.get(0) & 0xFF;
            int second = bytes.get(1) & 0xFF;
            boolean marked = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
            if (marked || (first == 0) != (second == 0)) {
                throw new InvoiceRefused(1, "the file is UTF-16" + ASKED);
            }
        }
    }

    private void check() {
        for (int i = 0; i < chars.limit(); i++) {
            char next = chars.get(i);
            if (next == '\n') {
                line++;
            } else if (next == 0) {
                throw new InvoiceRefused(line, "it has a zero byte in it");
            }
        }
    }

    private void skipByteOrderMark() {
        if (!begun && chars.hasRemaining()) {
            begun = true;
            if (chars.get(0) == BYTE_ORDER_MARK) {
                chars.position(1);
            }
        }
    }
}
