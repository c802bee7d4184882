package dev.vignette.server.http.costs;

import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.server.http.read.AskedPeriod;
import dev.vignette.server.http.read.QueryParameters;
import dev.vignette.store.CostFilter;
import dev.vignette.store.CostQuery;
import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which costs to report: a period, what to group by, which lines and which columns. */
final class CostRequestReader {
    private static final Set<String> KNOWN =
            Stream.of(
                            AskedPeriod.PARAMETERS,
                            Set.of(AskedPeriod.ZONE),
                            CostFilterReader.PARAMETERS,
                            Set.of("group_by", "columns", "currency", "format"))
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet());
    private static final List<String> GROUPS =
            List.of(
                    "provider",
                    "adapter",
                    "model",
                    "model_version",
                    "kind",
                    "client",
                    "day",
                    "week",
                    "month",
                    "outcome",
                    "currency",
                    "certainty");
    private static final String LABEL = "labels.";
    private static final int LONGEST_LABEL = 64;
    private static final int MOST_GROUPS = 8;
    private static final String GROUP_RULE =
            "must be up to 8 different ones of "
                    + String.join(", ", GROUPS)
                    + " and labels.NAME, parted by commas";

    private CostRequestReader() {}

    /**
     * Reads the parameters.
     *
     * @param accounting the rates there are, and what is reported in unless a currency is named
     */
    static CostRequest read(HttpParameters parameters, Accounting accounting, Instant now) {
        QueryParameters query = new QueryParameters(parameters, KNOWN);
        AskedPeriod period = AskedPeriod.read(query, AskedPeriod.zone(query), now);
        List<String> groups = query.meaning("group_by", CostRequestReader::groups, GROUP_RULE);
        CostFilter filter = CostFilterReader.read(query);
        CostQuery.Reporting reporting = reporting(query, accounting);
        List<CostColumn> columns = columns(query, reporting != null);
        CostFormat format = CostFormat.read(query);
        query.refuseFaults();
        return new CostRequest(
                new CostQuery(
                        period.from(),
                        period.to(),
                        period.zone(),
                        groups == null ? List.of("provider") : groups,
                        filter,
                        columns.stream().anyMatch(CostColumn::ofReporting) ? reporting : null,
                        columns.stream().anyMatch(CostColumn::ofPace)),
                columns,
                format);
    }

    private static CostQuery.@Nullable Reporting reporting(
            QueryParameters query, Accounting accounting) {
        Currency named =
                query.meaning(
                        "currency",
                        CostRequestReader::currency,
                        "must be an ISO 4217 currency such as EUR");
        Currency currency = named == null ? accounting.reporting().orElse(null) : named;
        return currency == null ? null : new CostQuery.Reporting(currency, accounting.rates());
    }

    private static List<CostColumn> columns(QueryParameters query, boolean reporting) {
        List<CostColumn> chosen =
                query.meaning(
                        "columns",
                        CostRequestReader::columns,
                        "must be different ones of " + CostColumn.names() + ", parted by commas");
        if (chosen == null) {
            return CostColumn.usual(reporting);
        }
        if (!reporting && chosen.stream().anyMatch(CostColumn::ofReporting)) {
            query.fault("columns", "needs a currency to report in: say it by currency");
        }
        return chosen;
    }

    private static Optional<List<CostColumn>> columns(String text) {
        List<String> names = List.of(text.split(",", -1));
        List<CostColumn> columns =
                names.stream().flatMap(name -> CostColumn.named(name).stream()).distinct().toList();
        return columns.size() == names.size() ? Optional.of(columns) : Optional.empty();
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .findFirst();
    }

    private static Optional<List<String>> groups(String text) {
        List<String> groups = Arrays.asList(text.split(",", -1));
        boolean fine =
                groups.size() <= MOST_GROUPS
                        && Set.copyOf(groups).size() == groups.size()
                        && groups.stream().allMatch(CostRequestReader::isGroup);
        return fine ? Optional.of(groups) : Optional.empty();
    }

    private static boolean isGroup(String name) {
        int label = name.length() - LABEL.length();
        return GROUPS.contains(name)
                || (name.startsWith(LABEL)
                        && label >= 1
                        && label <= LONGEST_LABEL
                        && name.indexOf('\0') < 0);
    }
}
