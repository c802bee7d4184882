package dev.vignette.replicate;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.ReferencePhoto;
import dev.vignette.provider.Submission;
import java.util.Base64;
import java.util.Optional;

/**
 * Brings the reference photo to where Replicate can read it: by our link, else inside the order,
 * else by an upload that costs nothing and lives a day ("Input files").
 */
final class PhotoPassage {
    private final ReplicateWire wire;

    PhotoPassage(ReplicateWire wire) {
        this.wire = wire;
    }

    /** Where a photo came to. */
    sealed interface Arrival {
        /**
         * It can be read.
         *
         * @param reference a link or a data URI
         */
        record Ready(String reference) implements Arrival {
            @Override
            public String toString() {
                return "Ready[***]";
            }
        }

        /**
         * It did not get there, and so no order was sent.
         *
         * @param outcome what becomes of the order
         */
        record Failed(Submission outcome) implements Arrival {}
    }

    Arrival bring(ReferencePhoto photo) {
        return photo.link()
                .<Arrival>map(link -> new Arrival.Ready(link.toString()))
                .orElseGet(() -> bringContent(photo));
    }

    private Arrival bringContent(ReferencePhoto photo) {
        String mediaType = photo.facts().type().mediaType();
        byte[] content = photo.content().get();
        if (content.length <= PortraitSeries.INLINE_PHOTO_BYTES) {
            String base64 = Base64.getEncoder().encodeToString(content);
            return new Arrival.Ready("data:" + mediaType + ";base64," + base64);
        }
        String name = "reference." + photo.facts().type().extension();
        return uploaded(wire.upload("/files", name, mediaType, content));
    }

    private static Arrival uploaded(Reply reply) {
        return switch (reply) {
            case Reply.Answered answer when answer.succeeded() ->
                    address(answer)
                            .<Arrival>map(Arrival.Ready::new)
                            .orElseGet(() ->
                                    notSent(FailureKind.MALFORMED_ANSWER, "an unreadable answer"));
            case Reply.Answered answer when HttpRefusal.isDefinite(answer.status()) ->
                    new Arrival.Failed(new Submission.Refused(HttpRefusal.of(answer)));
            case Reply.Answered _ -> notSent(FailureKind.UNAVAILABLE, "a server error");
            case Reply.NotSent _ -> notSent(FailureKind.UNAVAILABLE, "no connection");
            case Reply.Broken _ -> notSent(FailureKind.UNAVAILABLE, "a broken line");
        };
    }

    private static Optional<String> address(Reply.Answered answer) {
        return answer.body().flatMap(body -> body.object("urls").text("get"));
    }

    private static Arrival notSent(FailureKind kind, String why) {
        return new Arrival.Failed(
                new Submission.NotSent(
                        ProviderFailure.of(
                                kind, "the photo could not be uploaded to Replicate: " + why)));
    }
}
