package dev.vignette.storage.objects;

import java.util.Set;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * How much of S3 a server speaks.
 *
 * @param createOnly whether {@code If-None-Match: *} keeps a key from being written twice
 * @param checksums whether a SHA-256 sent along is understood
 */
record S3Dialect(boolean createOnly, boolean checksums) {
    /** What AWS, and most servers, speak. */
    static final S3Dialect FULL = new S3Dialect(true, true);

    /** What is left when a server refuses what it does not know. */
    static final S3Dialect PLAIN = new S3Dialect(false, false);

    private static final int NOT_IMPLEMENTED = 501;
    private static final int BAD_REQUEST = 400;
    private static final Set<String> REFUSALS =
            Set.of("NotImplemented", "InvalidArgument", "InvalidRequest", "InvalidHeader");

    /** Whether the server says that it does not know a part of the request. */
    static boolean isRefusedBy(S3Exception answer) {
        if (answer.statusCode() == NOT_IMPLEMENTED) {
            return true;
        }
        var details = answer.awsErrorDetails();
        return answer.statusCode() == BAD_REQUEST
                && details != null
                && details.errorCode() != null
                && REFUSALS.contains(details.errorCode());
    }

    /** The same without trust in {@code If-None-Match}. */
    S3Dialect withoutCreateOnly() {
        return new S3Dialect(false, checksums);
    }
}
