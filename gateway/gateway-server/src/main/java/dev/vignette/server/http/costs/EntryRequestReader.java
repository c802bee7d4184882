package dev.vignette.server.http.costs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.server.http.read.AskedPeriod;
import dev.vignette.server.http.read.QueryParameters;
import dev.vignette.store.EntryQuery;
import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads which lines of the ledger to list. */
final class EntryRequestReader {
    private static final Set<String> KNOWN =
            Stream.of(
                            AskedPeriod.PARAMETERS,
                            Set.of(AskedPeriod.ZONE),
                            CostFilterReader.PARAMETERS,
                            Set.of("type", "format", "limit", "cursor"))
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet());
    private static final Pattern PLACE = Pattern.compile("\\d{1,18}");
    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private EntryRequestReader() {}

    static EntryRequest read(HttpParameters parameters, Instant now) {
        QueryParameters query = new QueryParameters(parameters, KNOWN);
        AskedPeriod period = AskedPeriod.read(query, AskedPeriod.zone(query), now);
        EntryQuery lines =
                new EntryQuery(
                        period.from(),
                        period.to(),
                        CostFilterReader.read(query),
                        query.word("type", List.of("charge", "correction")));
        CostFormat format = CostFormat.read(query);
        Long after = query.meaning("cursor", EntryRequestReader::place, "is not one of ours");
        int limit = query.whole("limit", 1, MOST, USUAL);
        if (format != CostFormat.JSON) {
            for (String ofPages : List.of("limit", "cursor")) {
                if (parameters.contains(ofPages)) {
                    query.fault(ofPages, "is for json: a csv or jsonl is the whole period");
                }
            }
        }
        query.refuseFaults();
        return new EntryRequest(lines, after == null ? 0 : after, limit, format);
    }

    /** The cursor to what comes after that place. */
    static String cursor(long place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(place).getBytes(UTF_8));
    }

    private static Optional<Long> place(String cursor) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            return PLACE.matcher(place).matches()
                    ? Optional.of(Long.parseLong(place))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
