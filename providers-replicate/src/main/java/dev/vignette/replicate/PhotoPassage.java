package dev.vignette.replicate;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.ReferencePhoto;
import dev.vignette.provider.UploadsPhotos;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Optional;

/**
 * Brings the reference photo to where Replicate can read it: by our link, else inside the order,
 * else by an upload that costs nothing and lives a day ("Input files").
 */
final class PhotoPassage implements UploadsPhotos {
    private final ReplicateWire wire;

    PhotoPassage(ReplicateWire wire) {
        this.wire = wire;
    }

    /** The photo's link or its data URI; empty when it has to be uploaded first. */
    static Optional<String> reference(ReferencePhoto photo) {
        return photo.link().map(URI::toString).or(() -> inline(photo));
    }

    @Override
    public Upload upload(ReferencePhoto photo) {
        if (photo.link().isPresent()) {
            return new Upload.Ready(photo);
        }
        byte[] content = photo.content().get();
        if (content.length <= PortraitSeries.INLINE_PHOTO_BYTES) {
            return new Upload.Ready(photo);
        }
        String name = "reference." + photo.facts().type().extension();
        String mediaType = photo.facts().type().mediaType();
        return uploaded(photo, wire.upload("/files", name, mediaType, content));
    }

    private static Optional<String> inline(ReferencePhoto photo) {
        byte[] content = photo.content().get();
        if (content.length > PortraitSeries.INLINE_PHOTO_BYTES) {
            return Optional.empty();
        }
        String base64 = Base64.getEncoder().encodeToString(content);
        return Optional.of("data:" + photo.facts().type().mediaType() + ";base64," + base64);
    }

    private static Upload uploaded(ReferencePhoto photo, Reply reply) {
        return switch (reply) {
            case Reply.Answered answer when answer.succeeded() ->
                    address(answer)
                            .<Upload>map(link -> ready(photo, link))
                            .orElseGet(() ->
                                    failed(FailureKind.MALFORMED_ANSWER, "an unreadable answer"));
            case Reply.Answered answer when HttpRefusal.isDefinite(answer.status()) ->
                    new Upload.Failed(HttpRefusal.of(answer));
            case Reply.Answered _ -> failed(FailureKind.UNAVAILABLE, "a server error");
            case Reply.NotSent _ -> failed(FailureKind.UNAVAILABLE, "no connection");
            case Reply.Broken _ -> failed(FailureKind.UNAVAILABLE, "a broken line");
        };
    }

    private static Optional<URI> address(Reply.Answered answer) {
        return answer.body()
                .flatMap(body -> body.object("urls").text("get"))
                .flatMap(PhotoPassage::parsed);
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(new URI(address)).filter(URI::isAbsolute);
        } catch (URISyntaxException _) {
            return Optional.empty(); // an upload nobody can point to is none
        }
    }

    private static Upload ready(ReferencePhoto photo, URI link) {
        return new Upload.Ready(new ReferencePhoto(photo.facts(), link, photo.content()));
    }

    private static Upload failed(FailureKind kind, String why) {
        return new Upload.Failed(
                ProviderFailure.of(kind, "the photo could not be uploaded to Replicate: " + why));
    }
}
