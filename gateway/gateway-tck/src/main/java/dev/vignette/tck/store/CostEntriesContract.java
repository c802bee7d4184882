package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.ledger.Charge;
import dev.vignette.portrait.Kind;
import dev.vignette.store.CostEntries;
import dev.vignette.store.CostEntries.Stretch;
import dev.vignette.store.CostFilter;
import dev.vignette.store.EntryQuery;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.CostEntries} promises. */
public interface CostEntriesContract extends StoresUnderTest {

    /** What lists the ledger. */
    CostEntries entries();

    @Test
    default void listsAPeriodFromItsFirstMomentUpToItsLast() {
        for (int second = 0; second < 5; second++) {
            billed(Purchase.valid(), Bill.usd("0.08").at(Progress.ENDED.plusSeconds(second)));
        }

        EntryQuery query =
                query(Progress.ENDED.plusSeconds(1), Progress.ENDED.plusSeconds(4), CostFilter.ALL);

        assertThat(listed(query, 2)).containsExactly(2L, 3L, 4L);
        assertThat(entries().stretch(query)).isEqualTo(new Stretch(1, 4));
    }

    @Test
    default void listsLinesInTheLedgersOrderWhateverTheirTimesAre() {
        billed(Purchase.valid(), Bill.usd("0.08").at(Progress.ENDED.plusSeconds(3)));
        billed(Purchase.valid(), Bill.usd("0.08").at(Progress.ENDED.minusSeconds(90)));
        billed(Purchase.valid(), Bill.usd("0.08").at(Progress.ENDED));

        assertThat(listed(query(Progress.ENDED, Progress.ENDED.plusSeconds(9), CostFilter.ALL), 1))
                .containsExactly(1L, 3L);
    }

    @Test
    default void findsNothingWhereNothingWasWritten() {
        EntryQuery query = query(Progress.ENDED, Progress.ENDED.plusSeconds(1), CostFilter.ALL);

        assertThat(entries().stretch(query)).isEqualTo(Stretch.NONE);
        assertThat(entries().page(query, Stretch.NONE, 10)).isEmpty();
    }

    @Test
    default void listsWithinAStretchWhatWasThereWhenItWasFound() {
        billed(Purchase.valid(), Bill.usd("0.08"));
        EntryQuery query = all(CostFilter.ALL, null);
        Stretch stretch = entries().stretch(query);
        billed(Purchase.valid(), Bill.usd("0.08"));

        assertThat(entries().page(query, stretch, 10))
                .extracting(LedgerEntry::sequence)
                .containsExactly(1L);
        assertThat(entries().page(query, stretch.from(1), 10)).isEmpty();
    }

    @Test
    default void listsOnlyWhatIsAskedFor() {
        billed(Purchase.valid().of("web").of(Kind.HEADSHOT), Bill.usd("0.08"));
        Charge charge = billed(Purchase.valid().of("app"), Bill.usd("0.08"));
        ledger().correct(List.of(Bill.correction(charge, Progress.usd("-0.01"), charge.at())));

        assertThat(listed(all(new CostFilter(null, "web", null), null), 1)).containsExactly(1L);
        assertThat(listed(all(new CostFilter(null, null, Kind.PORTRAIT_SERIES), null), 1))
                .containsExactly(2L, 3L);
        assertThat(listed(all(new CostFilter("modelslab", null, null), null), 1)).isEmpty();
        assertThat(listed(all(CostFilter.ALL, "correction"), 1)).containsExactly(3L);
        assertThat(listed(all(new CostFilter("replicate", "app", null), "charge"), 1))
                .containsExactly(2L);
    }

    private List<Long> listed(EntryQuery query, int limit) {
        List<Long> sequences = new ArrayList<>();
        Stretch left = entries().stretch(query);
        List<LedgerEntry> page = entries().page(query, left, limit);
        while (!page.isEmpty()) {
            page.forEach(entry -> sequences.add(entry.sequence()));
            left = left.from(page.getLast().sequence());
            page = entries().page(query, left, limit);
        }
        return sequences;
    }

    private static EntryQuery all(CostFilter filter, @Nullable String type) {
        return new EntryQuery(
                Purchase.AT.minus(Duration.ofDays(30)),
                Purchase.AT.plus(Duration.ofDays(30)),
                filter,
                type);
    }

    private static EntryQuery query(Instant from, Instant to, CostFilter filter) {
        return new EntryQuery(from, to, filter, null);
    }

    private Charge billed(Purchase purchase, Bill bill) {
        Proposal.Buy buy = purchase.proposal();
        generations().accept(buy);
        Attempt ended = Progress.succeeded(buy.production().attempts().getFirst());
        Charge charge = bill.charge(buy, ended);
        productions().conclude(ended, charge, List.of());
        return charge;
    }
}
