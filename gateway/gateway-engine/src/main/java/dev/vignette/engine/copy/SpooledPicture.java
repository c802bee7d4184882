package dev.vignette.engine.copy;

import dev.vignette.engine.intake.PictureHeader;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.portrait.ContentHash;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A picture that is safe in the spool.
 *
 * @param file where it is
 * @param header type and size in pixels
 * @param bytes its size
 * @param hash the SHA-256 of its bytes
 */
record SpooledPicture(Path file, PictureHeader.Known header, long bytes, ContentHash hash) {

    Content content() {
        return Content.of(file, new ObjectFacts(hash, bytes, header.type().mediaType()));
    }

    PictureState.Stored stored(Instant at) {
        return new PictureState.Stored(
                at, header.type(), header.width(), header.height(), bytes, hash);
    }
}
