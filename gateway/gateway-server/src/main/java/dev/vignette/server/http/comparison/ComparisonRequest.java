package dev.vignette.server.http.comparison;

import dev.vignette.engine.compare.Question;
import dev.vignette.portrait.Kind;
import dev.vignette.server.http.read.AskedPeriod;
import dev.vignette.server.http.read.QueryParameters;
import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to compare and how.
 *
 * @param question what
 * @param csv whether as a table
 */
record ComparisonRequest(Question question, boolean csv) {
    private static final int LONGEST_CLIENT = 128;

    static ComparisonRequest read(HttpParameters parameters, Instant now) {
        Set<String> known = new TreeSet<>(AskedPeriod.PARAMETERS);
        known.addAll(List.of("kind", "client", "prices_at", "format"));
        QueryParameters query = new QueryParameters(parameters, known);
        AskedPeriod period = AskedPeriod.read(query, AskedPeriod.UTC, now);
        Kind kind = query.meaning("kind", ComparisonRequest::kind, "must be a kind of pictures");
        String client = query.text("client", LONGEST_CLIENT);
        Instant pricesAt =
                query.meaning("prices_at", AskedPeriod::time, "must be a date or an RFC 3339 time");
        String format = query.word("format", List.of("json", "csv"));
        query.refuseFaults();
        return new ComparisonRequest(
                new Question(
                        period.from(),
                        period.to(),
                        Optional.ofNullable(kind),
                        Optional.ofNullable(client),
                        pricesAt == null ? now : pricesAt),
                "csv".equals(format));
    }

    private static Optional<Kind> kind(String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst();
    }
}
