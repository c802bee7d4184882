package dev.vignette.store;

import dev.vignette.id.GenerationId;
import dev.vignette.portrait.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which of a client's generations to list, newest first. Absent filters are {@code null}.
 *
 * @param client whose
 * @param status a status on the wire, for example {@code running}
 * @param kind the kind asked for
 * @param provider a provider with an attempt for it
 * @param subject the person shown
 * @param after the last generation of the page before; {@code null} for the first page
 * @param limit the most rows, at least 1
 */
public record GenerationQuery(
        String client,
        @Nullable String status,
        @Nullable Kind kind,
        @Nullable String provider,
        @Nullable String subject,
        @Nullable GenerationId after,
        int limit) {

    /** The same query with one row more, to see whether another page follows. */
    public GenerationQuery andOneMore() {
        return new GenerationQuery(client, status, kind, provider, subject, after, limit + 1);
    }
}
