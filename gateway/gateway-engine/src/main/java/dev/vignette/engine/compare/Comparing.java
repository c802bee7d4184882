package dev.vignette.engine.compare;

import dev.vignette.engine.price.Pricing;
import dev.vignette.ledger.Work;
import dev.vignette.money.Money;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import dev.vignette.store.CostPages;
import dev.vignette.store.CostPages.Done;
import dev.vignette.store.CostPages.Extent;
import dev.vignette.store.Paging;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was done, as it went, to every provider that could have done it: with the same
 * failures, the same shortfalls and the pictures that came. Holds one page of it at a time.
 */
public final class Comparing {
    private final CostPages pages;

    private final PriceList prices;
    private final Map<String, String> adapters;

    /**
     * @param pages what was done
     * @param prices the prices, of all days
     * @param adapters the vendor's adapter of each configured provider
     */
    public Comparing(CostPages pages, PriceList prices, Map<String, String> adapters) {
        this.pages = pages;
        this.prices = prices;
        this.adapters = Map.copyOf(adapters);
    }

    /** The answer. */
    public Comparison of(Question question) {
        Extent extent = pages.extent(question.from(), question.to());
        Sums sums = new Sums();
        Paging.of(page(extent, 0), last -> page(extent, last.sequence()))
                .flatMap(List::stream)
                .filter(done -> asked(question, done.charge().work()))
                .forEach(done -> compare(question, done, sums));
        return sums.comparison();
    }

    private List<Done> page(Extent extent, long sequence) {
        return pages.done(extent, sequence, Paging.AT_ONCE);
    }

    private static boolean asked(Question question, Work work) {
        return question.kind().map(kind -> kind == work.kind()).orElse(true)
                && question.client().map(client -> client.equals(work.client())).orElse(true);
    }

    private void compare(Question question, Done done, Sums sums) {
        Work work = done.charge().work();
        Kind kind = work.kind();
        if (kind == null || work.generation() == null) {
            sums.leaveOut();
            return;
        }
        for (String provider : able(done)) {
            sums.add(kind, provider, done, would(question, at(work, provider)));
        }
    }

    /** Whoever did it could, whatever the records say. */
    private static Set<String> able(Done done) {
        Set<String> able = new TreeSet<>(done.able());
        able.add(done.charge().work().provider());
        return able;
    }

    /**
     * Unknown without a price, also for what came to nothing: another one might charge for that.
     * Unknown too where a month has one price whatever is made in it, for one order's part of that
     * is not known beforehand.
     */
    private @Nullable Money would(Question question, Work there) {
        Pricing pricing = Pricing.of(prices, there, question.pricesAt());
        return pricing.price() == null || pricing.price().per() == PriceUnit.MONTH
                ? null
                : pricing.cost().money();
    }

    /**
     * The same work there. Computing time is known only of the vendor who did it: the time on one's
     * machines says nothing about another's.
     */
    private Work at(Work work, String provider) {
        boolean same =
                provider.equals(work.provider()) || work.adapter().equals(adapters.get(provider));
        return elsewhere(work, provider, same ? work.gpuSeconds() : null);
    }

    private static Work elsewhere(Work work, String provider, @Nullable BigDecimal gpuSeconds) {
        return new Work(
                provider,
                work.adapter(),
                work.model(),
                work.modelVersion(),
                work.providerId(),
                work.generation(),
                work.attempt(),
                work.attemptNumber(),
                work.client(),
                work.kind(),
                work.ordered(),
                work.pixels(),
                work.images(),
                gpuSeconds,
                work.took(),
                work.outcome(),
                work.labels(),
                work.sandbox());
    }
}
