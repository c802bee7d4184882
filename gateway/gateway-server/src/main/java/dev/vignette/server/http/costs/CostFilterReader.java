package dev.vignette.server.http.costs;

import dev.vignette.portrait.Kind;
import dev.vignette.server.http.read.QueryParameters;
import dev.vignette.store.CostFilter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads which lines of the ledger are meant. */
final class CostFilterReader {
    /** The query parameters that choose lines. */
    static final Set<String> PARAMETERS = Set.of("provider", "client", "kind");

    private static final int LONGEST_NAME = 64;
    private static final String KINDS =
            Stream.of(Kind.values()).map(Kind::wireName).collect(Collectors.joining(", "));

    private CostFilterReader() {}

    /** The filter; what is at fault is noted. */
    static CostFilter read(QueryParameters query) {
        return new CostFilter(
                query.text("provider", LONGEST_NAME),
                query.text("client", LONGEST_NAME),
                query.meaning("kind", Kind::of, "must be one of " + KINDS));
    }
}
