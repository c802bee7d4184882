package dev.vignette.storage.objects;

import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Writes each key once. The server itself refuses the second write where it can; where it cannot,
 * we look before we write, which is enough because a key belongs to one attempt and its bytes never
 * change.
 */
final class S3Writes {
    private static final Logger LOG = LoggerFactory.getLogger(S3Writes.class);
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private final S3Bucket bucket;
    private volatile S3Dialect dialect = S3Dialect.FULL;

    S3Writes(S3Bucket bucket) {
        this.bucket = bucket;
    }

    /** Writes the file unless the key is used, then makes sure that the store holds these bytes. */
    void put(ObjectKey key, Content content) {
        if (write(key, content, dialect)) {
            compare(key, content.facts());
        }
    }

    /** Finds out with a used key whether the server keeps its promise to write only once. */
    void probe(ObjectKey used, Content content) {
        if (dialect.createOnly() && !isKeptFromWriting(used, content)) {
            dialect = dialect.withoutCreateOnly();
            LOG.warn("This S3 server ignores If-None-Match: we look before each write instead");
        }
    }

    private boolean write(ObjectKey key, Content content, S3Dialect spoken) {
        if (!spoken.createOnly()) {
            return writeAfterLooking(key, content, spoken);
        }
        try {
            bucket.write(key, content, spoken);
            return true;
        } catch (S3Exception e) {
            if (isTaken(e)) {
                return true;
            }
            if (!S3Dialect.isRefusedBy(e)) {
                throw e;
            }
            return writePlainly(key, content, e);
        }
    }

    private boolean writePlainly(ObjectKey key, Content content, S3Exception refusal) {
        var check = writeAfterLooking(key, content, S3Dialect.PLAIN);
        dialect = S3Dialect.PLAIN;
        LOG.warn(
                "This S3 server refuses create-only writes with a checksum (status {}): we look"
                        + " before each write and read back after it instead",
                refusal.statusCode());
        return check;
    }

    /** Whether the store has to be looked at again afterwards. */
    private boolean writeAfterLooking(ObjectKey key, Content content, S3Dialect spoken) {
        var stored = bucket.find(key);
        if (stored.isPresent()) {
            requireSame(key, stored, content.facts());
            return false;
        }
        bucket.write(key, content, spoken);
        return true;
    }

    private boolean isKeptFromWriting(ObjectKey used, Content content) {
        try {
            bucket.write(used, content, dialect);
            return false;
        } catch (S3Exception e) {
            if (isTaken(e)) {
                return true;
            }
            throw e;
        }
    }

    private void compare(ObjectKey key, ObjectFacts wanted) {
        requireSame(key, bucket.find(key), wanted);
    }

    private static void requireSame(
            ObjectKey key, Optional<ObjectFacts> stored, ObjectFacts wanted) {
        var facts =
                stored.orElseThrow(
                        () -> SdkClientException.create(key + " was gone after it was stored"));
        if (!facts.hash().equals(wanted.hash()) || facts.bytes() != wanted.bytes()) {
            throw new ObjectConflict(key + " holds other content");
        }
    }

    private static boolean isTaken(S3Exception answer) {
        return answer.statusCode() == PRECONDITION_FAILED || answer.statusCode() == CONFLICT;
    }
}
