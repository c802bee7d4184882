package dev.vignette.server.http.costs;

import dev.vignette.store.CostEntries;
import dev.vignette.store.CostEntries.Stretch;
import dev.vignette.store.EntryQuery;
import dev.vignette.store.LedgerEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/**
 * All lines of a period as a file, read from the ledger a page at a time while it is sent: what is
 * there when it begins, however long it takes and whatever is added meanwhile. Only one page is in
 * memory. When the ledger cannot be read on, reading fails and the answer breaks off.
 */
final class EntryStream extends InputStream {
    private static final int PAGE = 1000;

    private final CostEntries entries;
    private final EntryQuery query;
    private final EntryLines lines;
    private Stretch left;
    private byte[] page;
    private int read;

    private EntryStream(CostEntries entries, EntryQuery query, EntryLines lines, Stretch all) {
        this.entries = entries;
        this.query = query;
        this.lines = lines;
        this.left = all;
        this.page = lines.head();
    }

    /** Looks where the lines are; a ledger that cannot be read at all is found out here. */
    static EntryStream open(CostEntries entries, EntryQuery query, EntryLines lines) {
        return new EntryStream(entries, query, lines, entries.stretch(query));
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : page[read++] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int number = Math.min(length, page.length - read);
        System.arraycopy(page, read, buffer, offset, number);
        read += number;
        return number;
    }

    private boolean isAtEnd() throws IOException {
        while (read == page.length) {
            List<LedgerEntry> next = next();
            if (next.isEmpty()) {
                return true;
            }
            left = left.from(next.getLast().sequence());
            page = lines.of(next);
            read = 0;
        }
        return false;
    }

    private List<LedgerEntry> next() throws IOException {
        try {
            return entries.page(query, left, PAGE);
        } catch (RuntimeException e) {
            throw new IOException("the ledger cannot be read on after line " + left.after(), e);
        }
    }
}
