package dev.vignette.storage.objects;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The SDK's clients for one bucket's server, with every wait bounded. */
final class S3Connection {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration ATTEMPT = Duration.ofSeconds(60);
    private static final Duration CALL = Duration.ofMinutes(3);
    private static final int CONNECTIONS = 64;

    private S3Connection() {}

    /**
     * A client that streams. Checksums beyond our own SHA-256 are left out, because servers other
     * than AWS refuse the SDK's newer ones.
     */
    static S3Client client(S3Settings settings, AwsCredentialsProvider credentials) {
        var http =
                Apache5HttpClient.builder()
                        .maxConnections(CONNECTIONS)
                        .connectionTimeout(CONNECT)
                        .connectionAcquisitionTimeout(ATTEMPT)
                        .socketTimeout(SILENCE);
        var builder =
                S3Client.builder()
                        .httpClientBuilder(http)
                        .credentialsProvider(credentials)
                        .region(region(settings))
                        .serviceConfiguration(style(settings))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .overrideConfiguration(
                                o -> o.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL));
        endpoint(settings).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    /** Signs links without asking the server. */
    static S3Presigner presigner(S3Settings settings, AwsCredentialsProvider credentials) {
        var builder =
                S3Presigner.builder()
                        .credentialsProvider(credentials)
                        .region(region(settings))
                        .serviceConfiguration(style(settings));
        endpoint(settings).ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static S3Configuration style(S3Settings settings) {
        return S3Configuration.builder().pathStyleAccessEnabled(settings.pathStyle()).build();
    }

    private static Optional<URI> endpoint(S3Settings settings) {
        return Optional.ofNullable(settings.endpoint());
    }

    private static Region region(S3Settings settings) {
        @Nullable String region = settings.region();
        if (region != null) {
            return Region.of(region);
        }
        if (settings.endpoint() != null) {
            return Region.US_EAST_1;
        }
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException e) {
            throw new IllegalArgumentException("the region of the bucket is not set", e);
        }
    }
}
