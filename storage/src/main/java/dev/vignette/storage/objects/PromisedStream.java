package dev.vignette.storage.objects;

import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.portrait.ContentHash;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * The bytes of a file on their way into the store, held to what was promised of them. When length
 * or hash turn out wrong it throws {@link ObjectConflict} before it hands out the last piece, so
 * that a receiver who was told the length never holds a whole file that is the wrong one.
 */
final class PromisedStream extends FilterInputStream {
    private final ObjectKey key;
    private final ObjectFacts promised;
    private final MessageDigest digest = ContentHash.digest();
    private long seen;
    private boolean checked;

    private PromisedStream(ObjectKey key, ObjectFacts promised, InputStream bytes) {
        super(bytes);
        this.key = key;
        this.promised = promised;
    }

    /** Opens the content. Of an empty file nobody may ever read, so that is checked at once. */
    static PromisedStream open(ObjectKey key, Content content) throws IOException {
        var stream = new PromisedStream(key, content.facts(), content.source().open());
        if (content.facts().bytes() > 0) {
            return stream;
        }
        try {
            stream.check();
            return stream;
        } catch (IOException | ObjectConflict e) {
            stream.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = in.read(target, offset, length);
        if (count > 0) {
            seen += count;
            digest.update(target, offset, count);
        }
        if (count < 0 || seen >= promised.bytes()) {
            check();
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        throw new IOException("every byte has to be seen");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void check() throws IOException {
        if (checked) {
            return;
        }
        checked = true;
        if (seen != promised.bytes() || in.read() >= 0) {
            throw new ObjectConflict("the file for " + key + " has not the promised length");
        }
        if (!ContentHash.ofDigest(digest.digest()).equals(promised.hash())) {
            throw new ObjectConflict("the file for " + key + " has not the promised hash");
        }
    }
}
