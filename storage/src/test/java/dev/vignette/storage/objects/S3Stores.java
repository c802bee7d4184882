package dev.vignette.storage.objects;

import dev.vignette.tck.objects.S3Server;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Stores on the tests' S3 server. */
final class S3Stores {
    private S3Stores() {}

    static S3ObjectStore at(URI endpoint) {
        return at(endpoint, S3Server.SECRET_ACCESS_KEY);
    }

    static S3ObjectStore at(URI endpoint, String secret) {
        var settings = new S3Settings(S3Server.BUCKET, endpoint, null, true);
        return new S3ObjectStore(settings, credentials(secret));
    }

    static AwsCredentialsProvider credentials() {
        return credentials(S3Server.SECRET_ACCESS_KEY);
    }

    private static AwsCredentialsProvider credentials(String secret) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(S3Server.ACCESS_KEY_ID, secret));
    }
}
