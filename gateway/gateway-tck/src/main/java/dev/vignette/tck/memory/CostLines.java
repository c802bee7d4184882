package dev.vignette.tck.memory;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.vignette.money.Money;
import dev.vignette.store.CostRow;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Adds facts up by group and currency. What has no known amount counts in its group's line when the
 * group has one currency only, and otherwise in a line of its own.
 */
final class CostLines {
    private CostLines() {}

    static List<CostRow> of(List<CostFact> facts, List<String> groupBy) {
        Map<List<String>, List<CostFact>> groups =
                facts.stream()
                        .collect(
                                groupingBy(
                                        fact -> groupBy.stream().map(fact::value).toList(),
                                        () -> new TreeMap<>(comparing(Object::toString)),
                                        toList()));
        List<CostRow> lines = new ArrayList<>();
        groups.forEach((values, group) -> lines.addAll(lines(named(groupBy, values), group)));
        return lines;
    }

    private static Map<String, String> named(List<String> groupBy, List<String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < groupBy.size(); i++) {
            named.put(groupBy.get(i), values.get(i));
        }
        return named;
    }

    private static List<CostRow> lines(Map<String, String> name, List<CostFact> group) {
        List<String> currencies =
                group.stream()
                        .map(CostFact::amount)
                        .flatMap(Stream::ofNullable)
                        .map(money -> money.currency().getCurrencyCode())
                        .distinct()
                        .sorted()
                        .toList();
        String unknown = currencies.size() == 1 ? currencies.getFirst() : "";
        Map<String, List<CostFact>> lines =
                group.stream()
                        .collect(
                                groupingBy(
                                        fact -> currency(fact, unknown), TreeMap::new, toList()));
        List<CostRow> rows = new ArrayList<>();
        lines.forEach((currency, line) -> rows.add(row(name, currency, line)));
        return rows;
    }

    private static String currency(CostFact fact, String unknown) {
        Money amount = fact.amount();
        return amount == null ? unknown : amount.currency().getCurrencyCode();
    }

    private static CostRow row(Map<String, String> name, String currency, List<CostFact> line) {
        List<CostFact> charges = line.stream().filter(CostFact::charge).toList();
        List<CostFact> savings = line.stream().filter(fact -> !fact.charge()).toList();
        return new CostRow(
                name,
                currency.isEmpty() ? null : currency,
                charges.stream()
                        .map(CostFact::generation)
                        .flatMap(Stream::ofNullable)
                        .distinct()
                        .count(),
                charges.size(),
                charges.stream().mapToLong(CostFact::images).sum(),
                sum(currency, charges),
                sum(currency, savings),
                charges.stream().filter(fact -> fact.amount() == null).count());
    }

    /** A sum of which at least one part is known, or of no parts at all: unknown is never zero. */
    private static @Nullable Money sum(String currency, List<CostFact> parts) {
        List<Money> known =
                parts.stream().map(CostFact::amount).flatMap(Stream::ofNullable).toList();
        if (currency.isEmpty() || (known.isEmpty() && !parts.isEmpty())) {
            return null;
        }
        return known.stream().reduce(Money.zero(Currency.getInstance(currency)), Money::plus);
    }
}
