package dev.vignette.storage.objects;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which bucket pictures go to. Credentials are no part of it: they come from the AWS SDK's default
 * chain (environment, profile, instance role).
 *
 * @param bucket its name
 * @param endpoint the address of a server that speaks S3, or null for AWS itself
 * @param region the bucket's region, or null to leave it to the SDK's default chain; with an
 *     endpoint of its own {@code us-east-1} is assumed, since such servers rarely care
 * @param pathStyle whether the bucket is part of the path instead of the host name
 */
public record S3Settings(
        String bucket, @Nullable URI endpoint, @Nullable String region, boolean pathStyle) {

    public S3Settings {
        if (bucket.isBlank()) {
            throw new IllegalArgumentException("a bucket has a name");
        }
    }
}
