package dev.vignette.server.http.generation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.engine.request.Client;
import dev.vignette.id.GenerationId;
import dev.vignette.portrait.Kind;
import dev.vignette.server.http.read.QueryParameters;
import dev.vignette.store.GenerationQuery;
import io.micronaut.http.HttpParameters;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads which generations to list. */
final class GenerationListReader {
    private static final Set<String> KNOWN =
            Set.of("status", "kind", "provider", "subject", "limit", "cursor");
    private static final List<String> STATUSES =
            List.of("queued", "running", "storing", "succeeded", "failed", "canceled", "erased");
    private static final List<String> KINDS = Stream.of(Kind.values()).map(Kind::wireName).toList();
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private GenerationListReader() {}

    static GenerationQuery read(Client client, HttpParameters parameters) {
        QueryParameters query = new QueryParameters(parameters, KNOWN);
        GenerationQuery read =
                new GenerationQuery(
                        client.name(),
                        query.word("status", STATUSES),
                        query.meaning(
                                "kind", Kind::of, "must be one of " + String.join(", ", KINDS)),
                        query.text("provider", 64),
                        query.text("subject", 128),
                        query.meaning("cursor", GenerationListReader::after, "is not one of ours"),
                        query.whole("limit", 1, MOST, USUAL));
        query.refuseFaults();
        return read;
    }

    /** The cursor to what comes after that generation. */
    static String cursor(GenerationId last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.value().getBytes(UTF_8));
    }

    private static Optional<GenerationId> after(String cursor) {
        try {
            String id = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            return GenerationIds.plausible(id, GenerationId.PREFIX)
                    ? Optional.of(new GenerationId(id))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
