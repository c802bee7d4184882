package dev.vignette.engine.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.store.InvoiceStaging.Pair;
import dev.vignette.store.InvoiceStaging.TimedAmount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestPairsTest {
    private static final long PRICE = 40_000;

    private final List<Pair> found = new ArrayList<>();
    private final List<Long> ambiguous = new ArrayList<>();
    private final NearestPairs pairs =
            new NearestPairs(Duration.ofSeconds(60), found::add, ambiguous::add);

    @Test
    void takesTheNearestOfSeveral() {
        give(charge(1, 10), line(7, 22), charge(2, 30));

        assertThat(found).containsExactly(new Pair(7, 2));
        assertThat(ambiguous).isEmpty();
    }

    @Test
    void givesEachChargeToOneLine() {
        give(charge(1, 10), line(7, 12), line(8, 13), charge(2, 30));

        assertThat(found).containsExactlyInAnyOrder(new Pair(7, 1), new Pair(8, 2));
    }

    @Test
    void leavesTheFartherLineToTheNextCharge() {
        give(charge(1, 0), line(7, 30), charge(2, 40), line(8, 41));

        assertThat(found).containsExactlyInAnyOrder(new Pair(8, 2), new Pair(7, 1));
    }

    @Test
    void takesNothingBeyondTheTolerance() {
        give(charge(1, 0), line(7, 61));

        assertThat(found).isEmpty();
        assertThat(ambiguous).isEmpty();
    }

    @Test
    void takesNothingOfAnotherAmountOrCurrency() {
        give(
                new TimedAmount("EUR", PRICE, 0, 0, 1),
                new TimedAmount("USD", PRICE - 1, 0, 0, 2),
                new TimedAmount("USD", PRICE, 0, 7, 0));

        assertThat(found).isEmpty();
    }

    @Test
    void guessesNothingBetweenTwoThatAreAsNear() {
        give(charge(1, 10), line(7, 20), charge(2, 30));

        assertThat(found).isEmpty();
        assertThat(ambiguous).containsExactly(7L);
    }

    @Test
    void guessesNothingBetweenChargesAtTheSameMoment() {
        give(charge(1, 10), charge(2, 10), line(7, 20));

        assertThat(found).isEmpty();
        assertThat(ambiguous).containsExactly(7L);
    }

    @Test
    void doesNotMindLinesThatAreTheSame() {
        give(line(7, 10), line(8, 10), charge(1, 12), charge(2, 20));

        assertThat(found).containsExactlyInAnyOrder(new Pair(8, 1), new Pair(7, 2));
        assertThat(ambiguous).isEmpty();
    }

    @Test
    void findsEveryChargeOfALargeInvoiceWhateverTheJitter() {
        Random random = new Random(18);
        List<TimedAmount> all = new ArrayList<>();
        for (long i = 1; i <= 100_000; i++) {
            long at = i * 1_000_000_000L + random.nextInt(100_000_000);
            all.add(new TimedAmount("USD", PRICE, at, 0, i));
            all.add(new TimedAmount("USD", PRICE, at + 1 + random.nextInt(100_000_000), i, 0));
        }
        all.sort(Comparator.comparingLong(TimedAmount::nanos));

        all.forEach(pairs::add);
        pairs.finish();

        assertThat(found)
                .hasSize(100_000)
                .allSatisfy(pair -> assertThat(pair.line()).isEqualTo(pair.charge()));
        assertThat(ambiguous).isEmpty();
    }

    private void give(TimedAmount... amounts) {
        for (TimedAmount amount : amounts) {
            pairs.add(amount);
        }
        pairs.finish();
    }

    private static TimedAmount charge(long place, long second) {
        return new TimedAmount("USD", PRICE, second * 1_000_000_000L, 0, place);
    }

    private static TimedAmount line(long place, long second) {
        return new TimedAmount("USD", PRICE, second * 1_000_000_000L, place, 0);
    }
}
