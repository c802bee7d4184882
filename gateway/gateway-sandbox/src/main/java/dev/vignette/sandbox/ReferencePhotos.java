package dev.vignette.sandbox;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Gets the reference photo as a vendor would: from a link, a data URI or bare Base64. Links are
 * followed to loopback addresses only; a double has no business anywhere else.
 */
public final class ReferencePhotos {
    /** Thousands of jobs from one photo keep one copy of it, for as long as any needs it. */
    private static final Map<Bytes, WeakReference<Bytes>> SEEN =
            Collections.synchronizedMap(new WeakHashMap<>());

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ReferencePhotos() {}

    /** The photo's bytes, or empty when they cannot be had. */
    public static Optional<Bytes> read(String source) {
        return get(source).map(ReferencePhotos::shared);
    }

    private static Bytes shared(Bytes photo) {
        Bytes seen = SEEN.computeIfAbsent(photo, WeakReference::new).get();
        return seen == null ? photo : seen;
    }

    private static Optional<Bytes> get(String source) {
        if (source.startsWith("http://") || source.startsWith("https://")) {
            return fetch(source);
        }
        int comma = source.startsWith("data:") ? source.indexOf(',') : -1;
        return decode(source.substring(comma + 1));
    }

    private static Optional<Bytes> decode(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return bytes.length == 0 ? Optional.empty() : Optional.of(Bytes.of(bytes));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Bytes> fetch(String link) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(link);
            if (!Loopback.isHere(address)) {
                return Optional.empty();
            }
            HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            HttpResponse<byte[]> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? Optional.of(Bytes.of(answer.body()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
