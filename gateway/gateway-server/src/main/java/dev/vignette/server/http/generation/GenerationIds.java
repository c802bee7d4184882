package dev.vignette.server.http.generation;

import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.server.http.problem.ProblemException;

/** Reads ids out of addresses. What cannot be one is the same as one that does not exist. */
final class GenerationIds {
    private static final int LONGEST = 64;

    private GenerationIds() {}

    static GenerationId generation(String text) {
        if (!plausible(text, GenerationId.PREFIX)) {
            throw notFound();
        }
        return new GenerationId(text);
    }

    static ErasureId erasure(String text) {
        if (!plausible(text, ErasureId.PREFIX)) {
            throw notFound();
        }
        return new ErasureId(text);
    }

    static ProblemException notFound() {
        return Problem.of(ProblemCode.NOT_FOUND, "There is none of that id for this client.")
                .asException();
    }

    static boolean plausible(String text, String prefix) {
        return text.startsWith(prefix)
                && text.length() <= LONGEST
                && text.chars()
                        .allMatch(c -> c == '_' || (c < 0x80 && Character.isLetterOrDigit(c)));
    }
}
