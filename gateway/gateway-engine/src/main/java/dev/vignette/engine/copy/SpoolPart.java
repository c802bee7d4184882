package dev.vignette.engine.copy;

import dev.vignette.engine.intake.PictureHeader;
import dev.vignette.portrait.ContentHash;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;

/** A spool file being written. Closing it before it is finished throws it away. */
final class SpoolPart extends OutputStream {
    private final Spool spool;
    private final SpoolQuota quota;
    private final Path part;
    private final Path target;
    private final boolean urgent;
    private final FileOutputStream out;
    private final MessageDigest digest = ContentHash.digest();
    private volatile long bytes;
    private boolean finished;

    /**
     * Begins a file.
     *
     * @param part where it is written
     * @param target where it belongs when it is complete
     * @param urgent whether it is taken even when the spool is full
     */
    SpoolPart(Spool spool, SpoolQuota quota, Path part, Path target, boolean urgent)
            throws IOException {
        this.spool = spool;
        this.quota = quota;
        this.part = part;
        this.target = target;
        this.urgent = urgent;
        this.out = new FileOutputStream(part.toFile());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // by its writer only, or while that rests
    public void write(byte[] buffer, int offset, int length) throws IOException {
        if (urgent) {
            quota.take(length);
        } else {
            quota.reserve(length);
        }
        bytes += length;
        digest.update(buffer, offset, length);
        out.write(buffer, offset, length);
    }

    /** Throws away what was written so far. */
    void restart() throws IOException {
        out.getChannel().truncate(0);
        digest.reset();
        quota.release(bytes);
        bytes = 0;
    }

    /** Nothing is written for a while; the spool may throw away what was, when it needs room. */
    void rest() {
        if (!finished) {
            quota.rest(this);
        }
    }

    /** Writing goes on, with what is left. */
    void wake() {
        quota.wake(this);
    }

    /** How much was written. */
    long bytes() {
        return bytes;
    }

    /** Type and size by the bytes written so far. */
    PictureHeader header() throws IOException {
        return PictureHeader.of(part);
    }

    /** Where it is being written. */
    Path path() {
        return part;
    }

    /** Makes the file durable under its final name, also over a loss of power. */
    SpooledPicture finish(PictureHeader.Known header) throws IOException {
        out.getFD().sync();
        out.close();
        spool.publish(part, target);
        finished = true;
        return new SpooledPicture(target, header, bytes, ContentHash.ofDigest(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        quota.wake(this);
        if (!finished) {
            out.close();
            spool.discard(part, bytes);
            finished = true;
        }
    }
}
