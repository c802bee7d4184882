package dev.vignette.server.http.generation;

import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState.Stored;
import dev.vignette.id.GenerationId;
import dev.vignette.objects.ObjectStore;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Answers with a picture: its bytes, a place to fetch it from, or that the caller has it. */
@Singleton
final class ImageAnswers {
    private final ObjectStore objects;

    ImageAnswers(ObjectStore objects) {
        this.objects = objects;
    }

    /** For whoever has the key: always the bytes, to be asked for again each time. */
    HttpResponse<?> toOwner(HttpRequest<?> request, GenerationId generation, Picture picture) {
        return bytes(request, generation, picture, "private, no-cache");
    }

    /** For whoever has a signed link: good for as long as the link is. */
    HttpResponse<?> toHolder(
            HttpRequest<?> request, GenerationId generation, Picture picture, Duration left) {
        String caching = "private, max-age=" + left.toSeconds();
        Optional<URI> elsewhere =
                has(request, picture) ? Optional.empty() : objects.link(picture.key(), left);
        return elsewhere
                .<HttpResponse<?>>map(address ->
                        HttpResponse.status(HttpStatus.FOUND)
                                .header(HttpHeaders.LOCATION, address.toString())
                                .header(HttpHeaders.CACHE_CONTROL, caching))
                .orElseGet(() -> bytes(request, generation, picture, caching));
    }

    private HttpResponse<?> bytes(
            HttpRequest<?> request, GenerationId generation, Picture picture, String caching) {
        if (has(request, picture)) {
            return described(HttpResponse.notModified(), picture, caching);
        }
        InputStream stream = objects.open(picture.key()).orElseThrow(GenerationIds::notFound);
        Stored stored = stored(picture);
        MediaType type = MediaType.of(stored.type().mediaType());
        String name = generation.value() + '-' + picture.index() + '.' + stored.type().extension();
        return described(
                        HttpResponse.ok(
                                new StreamedFile(
                                        stream, type, stored.at().toEpochMilli(), stored.bytes())),
                        picture,
                        caching)
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + '"');
    }

    private static MutableHttpResponse<?> described(
            MutableHttpResponse<?> answer, Picture picture, String caching) {
        return answer.header(HttpHeaders.ETAG, etag(picture))
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header("X-Content-Type-Options", "nosniff");
    }

    private static boolean has(HttpRequest<?> request, Picture picture) {
        String etag = etag(picture);
        for (String header : request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH)) {
            for (String known : header.split(",", -1)) {
                String tag = known.strip();
                if (tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String etag(Picture picture) {
        return '"' + stored(picture).hash().hex() + '"';
    }

    private static Stored stored(Picture picture) {
        return (Stored) picture.state();
    }
}
