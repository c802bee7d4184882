package dev.vignette.storage.objects;

import dev.vignette.objects.Content;
import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.portrait.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.DigestOutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** One bucket, in our words; what goes wrong comes as the SDK's exceptions. */
final class S3Bucket implements AutoCloseable {
    /** The most that S3 lists at once. */
    private static final int PAGE = 1000;

    private final String name;
    private final S3Client client;
    private final S3Presigner presigner;

    S3Bucket(String name, S3Client client, S3Presigner presigner) {
        this.name = name;
        this.client = client;
        this.presigner = presigner;
    }

    /** Writes the file, from the start again whenever the SDK repeats itself. */
    void write(ObjectKey key, Content content, S3Dialect dialect) {
        var facts = content.facts();
        var request =
                PutObjectRequest.builder()
                        .bucket(name)
                        .key(key.value())
                        .contentType(facts.mediaType())
                        .contentLength(facts.bytes());
        if (dialect.createOnly()) {
            request.ifNoneMatch("*");
        }
        if (dialect.checksums()) {
            request.checksumSHA256(Base64.getEncoder().encodeToString(facts.hash().bytes()));
        }
        var body =
                RequestBody.fromContentProvider(
                        () -> promised(key, content), facts.bytes(), facts.mediaType());
        client.putObject(request.build(), body);
    }

    /** What the server itself says it holds; where it keeps no hash, its bytes are read. */
    Optional<ObjectFacts> find(ObjectKey key) {
        try {
            var head =
                    client.headObject(h ->
                            h.bucket(name).key(key.value()).checksumMode(ChecksumMode.ENABLED));
            return hash(key, head)
                    .map(h -> new ObjectFacts(h, head.contentLength(), head.contentType()));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    Optional<InputStream> open(ObjectKey key) {
        try {
            return Optional.of(client.getObject(at(key)));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    void delete(ObjectKey key) {
        client.deleteObject(d -> d.bucket(name).key(key.value()));
    }

    /** The first files after that key, over as many of the server's pages as it takes. */
    List<ListedObject> list(String prefix, @Nullable ObjectKey after, int limit) {
        var request =
                ListObjectsV2Request.builder()
                        .bucket(name)
                        .prefix(prefix)
                        .startAfter(after == null ? null : after.value())
                        .maxKeys(Math.min(limit, PAGE))
                        .build();
        return client.listObjectsV2Paginator(request).contents().stream()
                .flatMap(object -> listed(object).stream())
                .limit(limit)
                .toList();
    }

    URI link(ObjectKey key, Duration life) {
        var signed =
                presigner.presignGetObject(
                        p -> p.signatureDuration(life).getObjectRequest(at(key)));
        try {
            return signed.url().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the SDK signed a link that is none", e);
        }
    }

    @Override
    public void close() {
        client.close();
        presigner.close();
    }

    private Optional<ContentHash> hash(ObjectKey key, HeadObjectResponse head) {
        var checksum = head.checksumSHA256();
        if (checksum != null) {
            return Optional.of(ContentHash.ofDigest(Base64.getDecoder().decode(checksum)));
        }
        return open(key).map(S3Bucket::hashOf);
    }

    private static ContentHash hashOf(InputStream bytes) {
        var digest = ContentHash.digest();
        try (bytes) {
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return ContentHash.ofDigest(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty for what somebody else keeps there under a name that is no key of ours. */
    private static Optional<ListedObject> listed(S3Object object) {
        try {
            var key = new ObjectKey(object.key());
            return Optional.of(new ListedObject(key, object.lastModified()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private GetObjectRequest at(ObjectKey key) {
        return GetObjectRequest.builder().bucket(name).key(key.value()).build();
    }

    private static InputStream promised(ObjectKey key, Content content) {
        try {
            return PromisedStream.open(key, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
