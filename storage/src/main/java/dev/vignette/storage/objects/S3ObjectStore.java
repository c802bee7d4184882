package dev.vignette.storage.objects;

import dev.vignette.objects.Content;
import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Keeps files in a bucket of S3, or of a server that speaks S3. Files are streamed, never held in
 * memory; they are written create-only with their SHA-256 sent ahead, and the server is asked
 * afterwards which SHA-256 it holds. Where a server does not know one or the other, we look before
 * we write and read back after it.
 *
 * <p>The credentials need {@code s3:PutObject}, {@code s3:GetObject}, {@code s3:DeleteObject} and
 * {@code s3:ListBucket}: without the last one S3 answers 403 instead of 404 for what is not there.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
    /** The longest life of a link that S3 signs (S3's documentation, presigned URLs). */
    private static final Duration LONGEST_LINK = Duration.ofDays(7);

    private static final Content PROBE =
            Content.of("Vignette can write here.".getBytes(StandardCharsets.UTF_8), "text/plain");

    private final S3Bucket bucket;
    private final S3Writes writes;

    /**
     * Prepares the store without connecting; {@link #verify()} does.
     *
     * @throws IllegalArgumentException when no region is set anywhere
     */
    public S3ObjectStore(S3Settings settings) {
        this(settings, DefaultCredentialsProvider.builder().build());
    }

    S3ObjectStore(S3Settings settings, AwsCredentialsProvider credentials) {
        this.bucket =
                new S3Bucket(
                        settings.bucket(),
                        S3Connection.client(settings, credentials),
                        S3Connection.presigner(settings, credentials));
        this.writes = new S3Writes(bucket);
    }

    /**
     * Proves at start that the bucket is there and takes, shows and deletes files, with one tiny
     * file below {@code vignette-check/}; and finds out whether the server writes create-only.
     *
     * @throws StoreUnavailable when it does not
     */
    public void verify() {
        var key = new ObjectKey("vignette-check/" + UUID.randomUUID());
        reach(
                "verify the bucket with",
                key,
                () -> {
                    writes.put(key, PROBE);
                    writes.probe(key, PROBE);
                    bucket.delete(key);
                    return bucket.find(key);
                });
    }

    @Override
    public void put(ObjectKey key, Content content) {
        reach(
                "store",
                key,
                () -> {
                    writes.put(key, content);
                    return key;
                });
    }

    @Override
    public Optional<ObjectFacts> find(ObjectKey key) {
        return reach("look up", key, () -> bucket.find(key));
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        return reach("open", key, () -> bucket.open(key));
    }

    @Override
    public void delete(ObjectKey key) {
        reach(
                "delete",
                key,
                () -> {
                    bucket.delete(key);
                    return key;
                });
    }

    @Override
    public List<ListedObject> list(String prefix, @Nullable ObjectKey after, int limit) {
        return reach("list files below " + prefix, () -> bucket.list(prefix, after, limit));
    }

    /** A presigned link; its life is cut to seven days, and to that of temporary credentials. */
    @Override
    public Optional<URI> link(ObjectKey key, Duration life) {
        var cut = life.compareTo(LONGEST_LINK) > 0 ? LONGEST_LINK : life;
        return Optional.of(reach("sign a link to", key, () -> bucket.link(key, cut)));
    }

    /** Closes the connections to the server. */
    @Override
    public void close() {
        bucket.close();
    }

    private static <T> T reach(String verb, ObjectKey key, Supplier<T> call) {
        return reach(verb + " " + key, call);
    }

    private static <T> T reach(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException | UncheckedIOException e) {
            // The SDK wraps what our own stream throws while it uploads.
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ObjectConflict conflict) {
                    throw conflict;
                }
            }
            throw new StoreUnavailable("could not " + what, e);
        }
    }
}
