package dev.vignette.engine.intake;

import dev.vignette.engine.request.PhotoProblem;
import dev.vignette.engine.request.PhotoSource;
import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.Fetched;
import dev.vignette.fetch.GuardedFetch;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes reference photos in: fetches those that are only named, decides by their bytes what they
 * are, removes metadata and turns them upright. Blocks; safe for many threads.
 */
public final class PhotoIntake {
    private static final Logger LOG = LoggerFactory.getLogger(PhotoIntake.class);

    private final GuardedFetch fetch;
    private final FetchRules rules;
    private final KnownPhotos photos;

    /** With half of the heap for photos that have to be decoded, all of them together. */
    public PhotoIntake(GuardedFetch fetch, FetchRules rules) {
        this(fetch, rules, Runtime.getRuntime().maxMemory() / 2);
    }

    /**
     * With a memory of its own for decoding.
     *
     * @param fetch the guarded client
     * @param rules which addresses callers may name; never more than 15,000,000 bytes are taken
     * @param decodingBytes how much memory decoded photos may take, all of them together; a photo
     *     of 40 megapixels takes 320 MB
     */
    public PhotoIntake(GuardedFetch fetch, FetchRules rules, long decodingBytes) {
        this.fetch = fetch;
        this.rules = rules.atMost(PhotoLimits.MAX_BYTES);
        this.photos = new KnownPhotos(new PhotoCleaner(new Upright(decodingBytes)));
    }

    /** What can be done with the photo there. Fetches an address once, however it ends. */
    public PhotoOutcome take(PhotoSource source) {
        try {
            return photos.take(bytesOf(source));
        } catch (UnusablePhoto e) {
            return new PhotoOutcome.Refused(e.problem());
        }
    }

    private byte[] bytesOf(PhotoSource source) throws UnusablePhoto {
        return switch (source) {
            case PhotoSource.Address(URI address) -> fetched(address);
            case PhotoSource.Inline(byte[] bytes) -> bytes;
        };
    }

    private byte[] fetched(URI address) throws UnusablePhoto {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        return switch (fetch.fetch(address, rules, sink)) {
            case Fetched.Complete _ -> sink.toByteArray();
            case Fetched.TooLarge _ -> throw UnusablePhoto.tooLarge();
            case Fetched.Answered(int status) ->
                    throw failed("its address answered with HTTP status " + status);
            case Fetched.Broken(String cause) -> throw failed(cause);
            case Fetched.Forbidden(String cause) -> throw forbidden(cause);
        };
    }

    private static UnusablePhoto failed(String why) {
        return new UnusablePhoto(
                PhotoProblem.Kind.FETCH_FAILED, "the photo could not be fetched: " + why);
    }

    private static UnusablePhoto forbidden(String cause) {
        LOG.warn("A photo's address may not be fetched, the request is refused: {}", cause);
        return new UnusablePhoto(
                PhotoProblem.Kind.ADDRESS_FORBIDDEN, "the photo's address may not be fetched");
    }
}
