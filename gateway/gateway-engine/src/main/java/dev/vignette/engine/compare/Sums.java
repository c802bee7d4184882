package dev.vignette.engine.compare;

import dev.vignette.engine.compare.Comparison.Offer;
import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import dev.vignette.store.CostPages.Done;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds work up by kind, provider and the currencies of both amounts. */
final class Sums {
    private final Map<Place, Map<Currencies, Offer>> offers = new TreeMap<>();
    private long leftOut;

    /** A charge that cannot be compared. */
    void leaveOut() {
        leftOut++;
    }

    /**
     * A charge, and what it would have cost there.
     *
     * @param would {@code null} when that is not known
     */
    void add(Kind kind, String provider, Done done, @Nullable Money would) {
        Money actual = done.cost();
        boolean known = actual != null && would != null;
        Offer one =
                new Offer(
                        kind,
                        provider,
                        done.first() ? 1 : 0,
                        1,
                        done.charge().work().images(),
                        known ? 0 : 1,
                        known ? actual : null,
                        known ? would : null);
        offers.computeIfAbsent(new Place(kind, provider), _ -> new TreeMap<>())
                .merge(Currencies.of(one), one, Sums::both);
    }

    /** What nobody knows the price of counts where there is one pair of currencies. */
    Comparison comparison() {
        List<Offer> all = new ArrayList<>();
        for (Map<Currencies, Offer> known : offers.values()) {
            Map<Currencies, Offer> lines = new TreeMap<>(known);
            Offer unknown = lines.size() == 2 ? lines.remove(Currencies.NONE) : null;
            lines.values().forEach(line -> all.add(unknown == null ? line : both(line, unknown)));
        }
        return new Comparison(all, leftOut);
    }

    private static Offer both(Offer one, Offer other) {
        return new Offer(
                one.kind(),
                one.provider(),
                one.generations() + other.generations(),
                one.attempts() + other.attempts(),
                one.images() + other.images(),
                one.unpriced() + other.unpriced(),
                sum(one.actual(), other.actual()),
                sum(one.would(), other.would()));
    }

    private static @Nullable Money sum(@Nullable Money one, @Nullable Money other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.plus(other);
    }

    private record Place(Kind kind, String provider) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int kinds = kind.wireName().compareTo(other.kind.wireName());
            return kinds == 0 ? provider.compareTo(other.provider) : kinds;
        }
    }

    /** The currencies of both amounts in one text; empty where there are none. */
    private record Currencies(String codes) implements Comparable<Currencies> {
        static final Currencies NONE = new Currencies("");

        static Currencies of(Offer offer) {
            return new Currencies(code(offer.actual()) + code(offer.would()));
        }

        private static String code(@Nullable Money money) {
            return money == null ? "" : money.currency().getCurrencyCode();
        }

        @Override
        public int compareTo(Currencies other) {
            return codes.compareTo(other.codes);
        }
    }
}
