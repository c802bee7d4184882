package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Correction.Source;
import dev.vignette.ledger.Line;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.MonthlyFee;
import dev.vignette.store.MonthlyFees;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link MonthlyFees} promises. */
public interface MonthlyFeesContract extends StoresUnderTest {

    /** The month. */
    YearMonth NOVEMBER = YearMonth.of(2026, 11);

    /** The month after it. */
    YearMonth DECEMBER = NOVEMBER.plusMonths(1);

    /** A moment in the month. */
    Instant WITHIN = Instant.parse("2026-11-20T10:00:00Z");

    /** What is under test. */
    MonthlyFees monthlyFees();

    @Test
    default void chargesAFeeOnceHoweverManyAskForIt() {
        List<Boolean> written =
                AtOnce.times(
                        8, _ -> monthlyFees().owe(NOVEMBER, PastWork.fee("studio", WITHIN, "99")));

        assertThat(written).containsOnlyOnce(true);
        assertThat(lines()).hasSize(1);
        assertThat(owe("other")).isTrue();
        assertThat(monthlyFees().owe(DECEMBER, PastWork.fee("studio", WITHIN, "99"))).isTrue();
    }

    @Test
    default void isOpenWhenItsMonthIsOver() {
        owe("studio");
        charged("studio", 4, WITHIN, PastWork.byTheMonth("0"));

        assertThat(monthlyFees().open(NOVEMBER)).isEmpty();
        assertThat(monthlyFees().open(DECEMBER)).hasSize(1);
    }

    @Test
    default void isSharedByWhatDeliveredAndIsChargedByTheMonth() {
        owe("studio");
        Charge first = charged("studio", 4, WITHIN, PastWork.byTheMonth("0"));
        charged("studio", 0, WITHIN, PastWork.byTheMonth("0"));
        charged("studio", 4, WITHIN, PastWork.byPicture("0.04"));
        charged("other", 4, WITHIN, PastWork.byTheMonth("0"));
        charged("studio", 4, MonthlyFees.begin(DECEMBER), PastWork.byTheMonth("0"));
        charged("studio", 4, MonthlyFees.begin(NOVEMBER).minusNanos(1), PastWork.byTheMonth("0"));
        Charge moved = charged("studio", 3, WITHIN, PastWork.byPicture("0.04"));
        ledger().correct(List.of(priced(moved, PastWork.byTheMonth("-0.04"))));
        Charge away = charged("studio", 3, WITHIN, PastWork.byTheMonth("0"));
        ledger().correct(List.of(priced(away, PastWork.byPicture("0.04"))));

        MonthlyFee fee = monthlyFees().open(DECEMBER).getFirst();

        assertThat(fee.pictures()).isEqualTo(7);
        assertThat(monthlyFees().next(fee, 10))
                .extracting(LedgerEntry::line)
                .containsExactly(first, moved);
    }

    @Test
    default void sharesWhatTheFeeCameToAndNothingThatComesLater() {
        Charge owed = PastWork.fee("studio", WITHIN, "99");
        monthlyFees().owe(NOVEMBER, owed);
        charged("studio", 4, WITHIN, PastWork.byTheMonth("0"));
        ledger().correct(List.of(priced(owed, PastWork.byTheMonth("1"))));

        MonthlyFee fee = monthlyFees().open(DECEMBER).getFirst();
        charged("studio", 4, WITHIN, PastWork.byTheMonth("0"));

        assertThat(fee.amount()).isEqualTo(Progress.usd("100"));
        assertThat(monthlyFees().open(DECEMBER)).containsExactly(fee);
        assertThat(monthlyFees().next(fee, 10)).hasSize(1);
    }

    @Test
    default void goesOnBehindWhatIsSharedAndIsOverAtItsEnd() {
        owe("studio");
        charged("studio", 4, WITHIN, PastWork.byTheMonth("0"));
        Charge second = charged("studio", 1, WITHIN, PastWork.byTheMonth("0"));
        MonthlyFee before = monthlyFees().open(DECEMBER).getFirst();
        LedgerEntry entry = monthlyFees().next(before, 1).getFirst();
        MonthlyFee after = before.shared(entry);
        Correction share = share(entry.line(), "one");

        assertThat(monthlyFees().share(before, after, List.of(share))).isTrue();
        assertThat(monthlyFees().share(before, after, List.of(share(entry.line(), "two"))))
                .isFalse();

        assertThat(lines()).contains(share).hasSize(4);
        assertThat(monthlyFees().open(DECEMBER)).containsExactly(after);
        LedgerEntry last = monthlyFees().next(after, 10).getFirst();
        assertThat(last.line()).isEqualTo(second);
        assertThat(monthlyFees().share(after, after.shared(last), List.of())).isTrue();
        assertThat(monthlyFees().open(DECEMBER)).isEmpty();
    }

    private boolean owe(String provider) {
        return monthlyFees().owe(NOVEMBER, PastWork.fee(provider, WITHIN, "99"));
    }

    private Charge charged(String provider, int images, Instant at, Billing billing) {
        return PastWork.write(
                attempts(), PastWork.charge(provider, "succeeded", images, at, billing));
    }

    private static Correction priced(Charge charge, Billing billing) {
        return PastWork.correction(charge, Source.PRICES, "prices/" + charge.id(), billing);
    }

    private static Correction share(Line line, String key) {
        return PastWork.correction((Charge) line, Source.SHARE, key, PastWork.byPicture("0.04"));
    }

    private List<Line> lines() {
        return ledger().after(0, 100).stream().map(LedgerEntry::line).toList();
    }
}
