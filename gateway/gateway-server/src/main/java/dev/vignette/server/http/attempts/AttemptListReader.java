package dev.vignette.server.http.attempts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.id.AttemptId;
import dev.vignette.server.http.read.QueryParameters;
import dev.vignette.store.AttemptQuery;
import io.micronaut.http.HttpParameters;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which attempts an operator wants to see. */
final class AttemptListReader {
    /** Jobs that no generation is known for are listed under this word. */
    static final String ORPHAN = "orphan";

    private static final Set<String> KNOWN = Set.of("state", "provider", "limit", "cursor");
    private static final List<String> STATES =
            List.of(
                    "review",
                    "unknown",
                    "sending",
                    "accepted",
                    "succeeded",
                    "failed",
                    "canceled",
                    "refused",
                    "not_sent",
                    "not_accepted",
                    "written_off",
                    ORPHAN);
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private AttemptListReader() {}

    /** The query; of what is in review, when no state is named. */
    static AttemptQuery read(HttpParameters parameters) {
        QueryParameters query = new QueryParameters(parameters, KNOWN);
        String state = query.word("state", STATES);
        AttemptQuery read =
                new AttemptQuery(
                        Set.of(state == null ? "review" : state),
                        query.text("provider", 64),
                        null,
                        query.meaning("cursor", AttemptListReader::after, "is not one of ours"),
                        query.whole("limit", 1, MOST, USUAL));
        query.refuseFaults();
        return read;
    }

    /** The cursor to what comes after that attempt. */
    static String cursor(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(UTF_8));
    }

    private static Optional<AttemptId> after(String cursor) {
        try {
            String id = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            return AttemptIds.read(id);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
