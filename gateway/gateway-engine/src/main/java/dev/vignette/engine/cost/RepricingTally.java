package dev.vignette.engine.cost;

import dev.vignette.engine.cost.Repriced.Ask;
import dev.vignette.engine.cost.Repriced.Change;
import dev.vignette.engine.cost.Repriced.Figures;
import dev.vignette.engine.cost.Repriced.Total;
import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import dev.vignette.store.CorrectedCharge;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what becomes of charges. Holds sums and a few changes, however many charges there are.
 */
final class RepricingTally {
    private static final int SHOWN = 20;

    private final Ask ask;
    private final Map<Place, Sum> sums = new LinkedHashMap<>();
    private final List<Change> first = new ArrayList<>();
    private long changed;
    private long newlyPriced;
    private long same;
    private long settled;
    private long unpriced;

    RepricingTally(Ask ask) {
        this.ask = ask;
    }

    void add(CorrectedCharge charge, Judged judged) {
        charge.amounts().values().forEach(amount -> sum(charge, amount.currency()).before(amount));
        switch (judged) {
            case Judged.Settled() -> {
                settled++;
                stays(charge);
            }
            case Judged.Unpriced() -> {
                unpriced++;
                stays(charge);
            }
            case Judged.Priced priced -> {
                sum(charge, priced.amount().currency()).after(priced.amount());
                count(charge, priced);
            }
        }
    }

    Repriced result() {
        List<Total> totals =
                sums.entrySet().stream()
                        .map(entry ->
                                new Total(
                                        entry.getKey().kind(),
                                        entry.getKey().currency(),
                                        entry.getValue().before,
                                        entry.getValue().after))
                        .toList();
        return new Repriced(
                ask, new Figures(changed, newlyPriced, same, settled, unpriced), totals, first);
    }

    private void stays(CorrectedCharge charge) {
        charge.amounts().values().forEach(amount -> sum(charge, amount.currency()).after(amount));
    }

    private void count(CorrectedCharge charge, Judged.Priced priced) {
        if (priced.is(charge)) {
            same++;
            return;
        }
        if (charge.amounts().isEmpty()) {
            newlyPriced++;
        } else {
            changed++;
        }
        if (first.size() < SHOWN) {
            first.add(
                    new Change(
                            charge.charge(),
                            charge.amounts().values(),
                            priced.amount(),
                            priced.billing().priceVersion()));
        }
    }

    private Sum sum(CorrectedCharge charge, Currency currency) {
        return sums.computeIfAbsent(
                new Place(charge.charge().work().kind(), currency), _ -> new Sum());
    }

    private record Place(@Nullable Kind kind, Currency currency) {}

    private static final class Sum {
        private long before;
        private long after;

        void before(Money amount) {
            before = Math.addExact(before, amount.micros());
        }

        void after(Money amount) {
            after = Math.addExact(after, amount.micros());
        }
    }
}
