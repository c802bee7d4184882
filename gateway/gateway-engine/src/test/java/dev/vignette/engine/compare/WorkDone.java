package dev.vignette.engine.compare;

import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import dev.vignette.store.CostPages;
import dev.vignette.store.LedgerEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Work on pages of two things each, to be changed only in what a test is about. */
final class WorkDone implements CostPages {
    static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");
    static final Currency USD = Currency.getInstance("USD");

    private static final int ON_A_PAGE = 2;

    private final List<Done> done = new ArrayList<>();
    private int read;

    /** Work that could have been done by those. */
    WorkDone add(Work work, @Nullable Money cost, String... able) {
        Billing billing =
                Billing.of(cost == null ? Cost.UNPRICED : new Cost(cost, Certainty.PRICE_BOOK));
        Charge charge = new Charge("chg_" + done.size(), AT, work, billing);
        boolean first =
                done.stream()
                        .noneMatch(one -> generation(one.charge().work()).equals(generation(work)));
        done.add(new Done(done.size() + 1L, charge, cost, first, Set.of(able)));
        return this;
    }

    /** How many pages were read. */
    int read() {
        return read;
    }

    static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), USD);
    }

    /** Four pictures of a series by the first provider. */
    static Work series(String generation) {
        return work("first", generation, Kind.PORTRAIT_SERIES, "succeeded", 4);
    }

    static Work work(
            String provider,
            @Nullable String generation,
            @Nullable Kind kind,
            String outcome,
            int images) {
        return new Work(
                provider,
                "vendor",
                "model",
                null,
                "job",
                generation == null ? null : new GenerationId(generation),
                new AttemptId("att_1"),
                1,
                "shop",
                kind,
                4,
                null,
                images,
                new BigDecimal("20"),
                null,
                outcome,
                Map.of(),
                false);
    }

    private static String generation(Work work) {
        return String.valueOf(work.generation());
    }

    @Override
    public Extent extent(Instant from, Instant to) {
        return new Extent(from, to, done.size(), 0);
    }

    @Override
    public List<Done> done(Extent extent, long sequence, int limit) {
        read++;
        return done.stream()
                .filter(one -> one.sequence() > sequence)
                .limit(Math.min(limit, ON_A_PAGE))
                .toList();
    }

    @Override
    public List<LedgerEntry> lines(Extent extent, long sequence, int limit) {
        throw new UnsupportedOperationException("a comparison reads what was done");
    }

    @Override
    public List<Saving> savings(Instant from, Instant to, @Nullable Saving after, int limit) {
        throw new UnsupportedOperationException("a comparison reads what was done");
    }
}
