package dev.vignette.server.http.costs;

import dev.vignette.server.http.read.QueryParameters;
import dev.vignette.store.CostQuery;
import io.micronaut.http.HttpParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which costs to report: a half-open period in UTC and what to group by. */
final class CostRequestReader {
    private static final Set<String> KNOWN = Set.of("from", "to", "group_by", "format");
    private static final Set<String> GROUPS =
            Set.of("provider", "model", "kind", "client", "day", "outcome");
    private static final String LABEL = "labels.";
    private static final int LONGEST_LABEL = 64;
    private static final int MOST_GROUPS = 8;
    private static final String TIME_RULE = "must be an RFC 3339 time or a date";
    private static final String GROUP_RULE =
            "must be up to 8 different ones of provider, model, kind, client, day, outcome and"
                    + " labels.NAME, parted by commas";

    private CostRequestReader() {}

    static CostRequest read(HttpParameters parameters, Instant now) {
        QueryParameters query = new QueryParameters(parameters, KNOWN);
        Instant from = query.meaning("from", CostRequestReader::time, TIME_RULE);
        Instant to = query.meaning("to", CostRequestReader::time, TIME_RULE);
        List<String> groups = query.meaning("group_by", CostRequestReader::groups, GROUP_RULE);
        String format = query.word("format", List.of("json", "csv"));
        Instant begin = from == null ? monthOf(to == null ? now : to.minusNanos(1)) : from;
        Instant end = to == null ? monthAfter(now) : to;
        if (!begin.isBefore(end)) {
            query.fault("to", "must be after from");
        }
        query.refuseFaults();
        return new CostRequest(
                new CostQuery(begin, end, groups == null ? List.of("provider") : groups),
                "csv".equals(format));
    }

    private static Instant monthOf(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Instant monthAfter(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC))
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(
                    text.length() == "2026-11-20".length()
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> groups(String text) {
        List<String> groups = List.of(text.split(",", -1));
        boolean fine =
                groups.size() <= MOST_GROUPS
                        && Set.copyOf(groups).size() == groups.size()
                        && groups.stream().allMatch(CostRequestReader::isGroup);
        return fine ? Optional.of(groups) : Optional.empty();
    }

    private static boolean isGroup(String name) {
        int label = name.length() - LABEL.length();
        return GROUPS.contains(name)
                || (name.startsWith(LABEL) && label >= 1 && label <= LONGEST_LABEL);
    }
}
