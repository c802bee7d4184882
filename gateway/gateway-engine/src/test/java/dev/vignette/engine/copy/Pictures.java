package dev.vignette.engine.copy;

import dev.vignette.fetch.FetchRules;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.id.AttemptId;
import dev.vignette.id.ProductionId;
import dev.vignette.objects.ObjectKey;
import dev.vignette.provider.Asset;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Pictures that wait to be copied. */
final class Pictures {
    static final FetchRules RULES =
            new FetchRules(
                    List.of("cdn.example"),
                    Set.of(),
                    false,
                    false,
                    3,
                    99_000_000L,
                    Duration.ofMinutes(2));
    static final Duration LIFE = Duration.ofHours(1);

    private Pictures() {}

    static URI link(int index) {
        return URI.create("https://cdn.example/" + index + ".png");
    }

    static Picture linked(int index, URI... mirrors) {
        return linkedUntil(index, VirtualTime.START.plus(LIFE), mirrors);
    }

    static Picture linkedUntil(int index, Instant expiresAt, URI... mirrors) {
        return awaited(
                index,
                new PictureState.Awaited(
                        new Asset.Linked(link(index), List.of(mirrors), expiresAt, null)));
    }

    static Picture inline(int index) {
        return awaited(index, new PictureState.Awaited(null));
    }

    /** One with a key like those that are made for pictures. */
    static Picture inPictures(String name) {
        ObjectKey key = new ObjectKey("pictures/" + name);
        return awaited(0, key, new PictureState.Awaited(null));
    }

    private static Picture awaited(int index, PictureState state) {
        return awaited(index, new ObjectKey("images/prd_1/" + index), state);
    }

    private static Picture awaited(int index, ObjectKey key, PictureState state) {
        return new Picture(
                new ProductionId("prd_1"),
                index,
                new AttemptId("att_1"),
                "replicate",
                key,
                null,
                state);
    }
}
