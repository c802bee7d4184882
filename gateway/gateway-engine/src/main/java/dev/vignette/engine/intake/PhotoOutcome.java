package dev.vignette.engine.intake;

import dev.vignette.engine.request.PhotoProblem;
import dev.vignette.portrait.Photo;
import java.util.function.Supplier;

/** What became of a photo at the door. */
public sealed interface PhotoOutcome {

    /**
     * It can be used.
     *
     * @param facts type, size and hash of the cleaned file
     * @param content makes the cleaned file, the same bytes each time; for a photo seen before it
     *     is cleaned anew then, so call it only when the file is needed
     */
    record Ready(Photo facts, Supplier<byte[]> content) implements PhotoOutcome {}

    /** It cannot be used. */
    record Refused(PhotoProblem problem) implements PhotoOutcome {}
}
