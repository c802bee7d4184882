package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vignette.generation.Attempt;
import dev.vignette.invoice.CheckedLine;
import dev.vignette.invoice.Finding;
import dev.vignette.invoice.InvoiceCheck;
import dev.vignette.invoice.InvoiceCheck.Sum;
import dev.vignette.invoice.InvoiceLine;
import dev.vignette.invoice.InvoicePeriod;
import dev.vignette.invoice.InvoiceRefused;
import dev.vignette.ledger.Account;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Line;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.store.AuditEntry;
import dev.vignette.store.InvoiceChecks;
import dev.vignette.store.InvoiceChecks.Outcome;
import dev.vignette.store.InvoiceChecks.Settlement;
import dev.vignette.store.InvoiceStaging;
import dev.vignette.store.InvoiceStaging.Pair;
import dev.vignette.store.InvoiceStaging.TimedAmount;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link InvoiceStaging} and {@link InvoiceChecks} promise together. */
public interface InvoiceContract extends StoresUnderTest {

    /** What most invoices are for. */
    InvoicePeriod NOVEMBER = InvoicePeriod.of(YearMonth.of(2026, 11));

    /** When invoices come. */
    Instant LATER = Instant.parse("2026-12-03T09:00:00Z");

    /** What charges cost unless a test says otherwise. */
    Cost PRICED = new Cost(Progress.usd("0.08"), Certainty.PRICE_BOOK);

    /** Lays invoices beside the ledger. */
    InvoiceStaging staging();

    /** Keeps what was found. */
    InvoiceChecks checks();

    @Test
    default void matchesByTheJob() {
        Charge charge = bought(PRICED);

        InvoiceCheck check = checked("rec_a", line(2, job(charge), "0.08"));

        assertThat(check.sums())
                .containsExactly(new Sum(Finding.MATCHED, Progress.USD, 1, 80_000, 80_000));
        assertThat(lines(check))
                .extracting(CheckedLine::charge, CheckedLine::number)
                .containsExactly(tuple(charge.id(), 2L));
    }

    @Test
    default void findsWhatDiffersOnEitherSide() {
        Charge dear = bought(PRICED);
        Charge unpriced = bought(Cost.UNPRICED);
        Charge gone = bought(PRICED);
        Charge unknown = bought(Cost.UNPRICED);
        bought(new Cost(Progress.usd("0"), Certainty.ESTIMATED));

        InvoiceCheck check =
                checked(
                        "rec_a",
                        line(2, job(dear), "0.07"),
                        line(3, job(unpriced), "0.05"),
                        line(4, "stranger", "0.031"));

        assertThat(lines(check))
                .extracting(CheckedLine::finding)
                .containsExactly(
                        Finding.PRICE_DIFFERS,
                        Finding.UNPRICED_HERE,
                        Finding.MISSING_HERE,
                        Finding.MISSING_THERE,
                        Finding.UNPRICED_THERE);
        assertThat(lines(check).get(3).charge()).isEqualTo(gone.id());
        assertThat(lines(check).get(4).charge()).isEqualTo(unknown.id());
        assertThat(lines(check).stream().map(found -> found.proposed().map(Money::text).orElse("")))
                .containsExactly("-0.01", "0.05", "0.031", "-0.08", "");
    }

    @Test
    default void makesTheLedgerAgreeToTheLastMicroUnit() {
        Charge dear = bought(PRICED);
        bought(PRICED);
        Charge unpriced = bought(Cost.UNPRICED);
        InvoiceCheck check =
                checked(
                        "rec_a",
                        line(2, job(dear), "0.079999"),
                        line(3, job(unpriced), "0.000001"),
                        line(4, "stranger", "0.031"));

        assertThat(checks().settle(settlement(check, false))).isEqualTo(Outcome.DONE);

        assertThat(total()).isEqualTo(79_999 + 1 + 31_000);
        assertThat(budgets().balances().get(Account.SPENT))
                .containsExactly(new Money(79_999 + 1, Progress.USD));
        assertThat(budgets().balances().get(Account.LOST))
                .containsExactly(new Money(31_000, Progress.USD));
        assertThat(budgets().balances().get(Account.SUSPENSE))
                .containsExactly(new Money(0, Progress.USD));
        assertThat(checks().find("rec_a").orElseThrow().written()).isEqualTo(4);
        assertThat(audit().of("rec_a")).extracting(AuditEntry::action).containsExactly("reconcile");
        assertThat(ledger().after(0, 100))
                .extracting(LedgerEntry::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 7).mapToObj(i -> (long) i).toList());
    }

    @Test
    default void correctsWithinTheInvoicesPeriod() {
        Charge dear = bought(PRICED);
        InvoiceCheck check = checked("rec_a", line(2, job(dear), "0.07"));

        checks().settle(settlement(check, false));

        Correction made = (Correction) written().getFirst();
        assertThat(made.at()).isEqualTo(NOVEMBER.last());
        assertThat(made.charge()).isEqualTo(dear.id());
        assertThat(made.chargedAt()).isEqualTo(dear.at());
        assertThat(made.work()).isEqualTo(dear.work());
        assertThat(made.source()).isEqualTo(Correction.Source.INVOICE);
        assertThat(made.billing())
                .isEqualTo(Billing.of(new Cost(Progress.usd("-0.01"), Certainty.REPORTED)));
    }

    @Test
    default void chargesNobodyForWhatOnlyTheInvoiceKnows() {
        bought(PRICED);
        InvoiceCheck check = checked("rec_a", line(2, "stranger", "0.031"));

        checks().settle(settlement(check, false));

        Charge made =
                written().stream()
                        .filter(Charge.class::isInstance)
                        .map(Charge.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(made.work().providerId()).isEqualTo("stranger");
        assertThat(made.work().client()).isEqualTo("unknown");
        assertThat(made.work().generation()).isNull();
        assertThat(made.work().attempt()).isNull();
        assertThat(made.at()).isEqualTo(Purchase.AT);
    }

    @Test
    default void changesNothingTheSecondTime() {
        Charge dear = bought(PRICED);
        bought(PRICED);
        InvoiceLine[] invoice = {line(2, job(dear), "0.07"), line(3, "stranger", "0.03")};
        checks().settle(settlement(checked("rec_a", invoice), false));
        int before = ledger().after(0, 100).size();

        InvoiceCheck again = checked("rec_b", invoice);
        checks().settle(settlement(again, false));

        assertThat(ledger().after(0, 100)).hasSize(before);
        assertThat(again.count(Finding.MATCHED)).isEqualTo(2);
        assertThat(again.sums()).hasSize(1);
        assertThat(checks().find("rec_b").orElseThrow().written()).isZero();
    }

    @Test
    default void goesBackToAnEarlierAmount() {
        Charge charge = bought(PRICED);
        int number = 0;
        for (String amount : List.of("0.07", "0.08", "0.07", "0.08")) {
            number++;
            checks().settle(
                            settlement(
                                    checked("rec_" + number, line(2, job(charge), amount)), false));
        }

        assertThat(written()).hasSize(4);
        assertThat(total()).isEqualTo(80_000);
    }

    @Test
    default void takesBackWhatWasOnlyOnTheInvoiceOnceTheJobIsCharged() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        Attempt ended = Progress.succeeded(buy.production().attempts().getFirst());
        Charge late = Progress.charge(buy, ended, PRICED, Progress.ENDED);
        checks().settle(settlement(checked("rec_a", line(2, job(late), "0.08")), false));

        productions().conclude(ended, late, List.of());
        checks().settle(settlement(checked("rec_b", line(2, job(late), "0.08")), false));

        assertThat(total()).isEqualTo(80_000);
    }

    @Test
    default void keepsAJobWithThePeriodThatItWasOnTheInvoiceOf() {
        Charge charge = bought(PRICED);
        InvoicePeriod december = InvoicePeriod.of(YearMonth.of(2026, 12));
        InvoiceCheck next = checked(begun("rec_a", december, LATER), line(2, job(charge), "0.08"));
        checks().settle(settlement(next, false));

        InvoiceCheck check = checked("rec_b");

        assertThat(next.count(Finding.MATCHED)).isEqualTo(1);
        assertThat(check.sums()).isEmpty();
    }

    @Test
    default void refusesTheSameJobTwice() {
        staging().begin(begun("rec_a", NOVEMBER, LATER));
        staging().add("rec_a", List.of(line(2, "j1", "0.01"), line(3, "j2", "0.01")));

        assertThatThrownBy(() -> staging().add("rec_a", List.of(line(9, "j1", "0.02"))))
                .isInstanceOf(InvoiceRefused.class)
                .hasMessage("line 9: the id 'j1' is in line 2 already");
    }

    @Test
    default void refusesTheSameJobTwiceAmongMany() {
        staging().begin(begun("rec_a", NOVEMBER, LATER));
        List<InvoiceLine> many = new ArrayList<>();
        IntStream.rangeClosed(2, 300).forEach(i -> many.add(line(i, "j" + i % 297, "0.01")));

        assertThatThrownBy(() -> staging().add("rec_a", many))
                .isInstanceOf(InvoiceRefused.class)
                .hasMessage("line 299: the id 'j2' is in line 2 already");
    }

    @Test
    default void refusesAnotherCurrencyThanTheCharges() {
        Charge charge = bought(PRICED);
        InvoiceLine euros =
                new InvoiceLine(
                        7, job(charge), new Money(80_000, Currency.getInstance("EUR")), null, null);

        assertThatThrownBy(() -> checked("rec_a", euros))
                .isInstanceOf(InvoiceRefused.class)
                .hasMessage("line 7: the amount is in EUR and its charge in USD");
    }

    @Test
    default void showsWhatHasNoJobAndWhatIsLeftByAmountAndTime() {
        Charge first = bought(PRICED);
        bought(PRICED);
        begin("rec_a", timed(2, "0.08", 40), timed(3, "0.01", 10), line(4, job(first), "0.08"));

        List<TimedAmount> seen = new ArrayList<>();
        staging().timed("rec_a", Duration.ofMinutes(1), seen::add);

        assertThat(seen).extracting(TimedAmount::micros).containsExactly(10_000L, 80_000L, 80_000L);
        assertThat(seen).extracting(TimedAmount::line).containsExactly(3L, 0L, 2L);
        assertThat(seen).extracting(TimedAmount::charge).containsExactly(0L, 2L, 0L);
    }

    @Test
    default void matchesPairsAndStopsAtAmbiguousLines() {
        Charge charge = bought(PRICED);
        begin("rec_a", timed(2, "0.08", 31), timed(3, "0.08", 900));
        staging().pair("rec_a", List.of(new Pair(2, 1)));
        staging().ambiguous("rec_a", List.of(3L));

        InvoiceCheck check = staging().compare("rec_a");

        assertThat(lines(check))
                .extracting(CheckedLine::finding)
                .containsExactly(Finding.MATCHED, Finding.AMBIGUOUS);
        assertThat(lines(check).getFirst().charge()).isEqualTo(charge.id());
    }

    @Test
    default void writesNothingWhenTheLedgerWasCorrectedMeanwhile() {
        Charge charge = bought(PRICED);
        InvoiceCheck check = checked("rec_a", line(2, job(charge), "0.07"));
        ledger().correct(List.of(correction(charge, Progress.ENDED)));

        assertThat(checks().settle(settlement(check, false))).isEqualTo(Outcome.MOVED);

        assertThat(written()).hasSize(1);
        assertThat(audit().of("rec_a")).isEmpty();
    }

    @Test
    default void closesAMonthOnce() {
        Charge charge = bought(PRICED);
        InvoiceCheck check = checked("rec_a", line(2, job(charge), "0.07"));
        checks().settle(settlement(check, true));

        InvoiceCheck again = checked("rec_b", line(2, job(charge), "0.07"));

        assertThat(checks().settle(settlement(again, true))).isEqualTo(Outcome.CLOSED);
        assertThat(checks().closed("replicate", YearMonth.of(2026, 11))).contains(LATER);
        assertThat(checks().closed("modelslab", YearMonth.of(2026, 11))).isEmpty();
        assertThat(checks().find("rec_a").orElseThrow().closed()).isTrue();
    }

    @Test
    default void takesNoLineOfAClosedMonth() {
        Charge charge = bought(PRICED);
        checks().settle(settlement(checked("rec_a", line(2, job(charge), "0.08")), true));

        assertThatThrownBy(() -> ledger().correct(List.of(correction(charge, Progress.ENDED))))
                .hasStackTraceContaining("the month is closed");
        assertThat(ledger().correct(List.of(correction(charge, LATER)))).isEqualTo(1);
    }

    @Test
    default void datesWhatComesAfterTheClosingNow() {
        Charge charge = bought(PRICED);
        checks().settle(settlement(checked("rec_a", line(2, job(charge), "0.08")), true));

        InvoiceCheck late =
                checked("rec_b", line(2, job(charge), "0.07"), line(3, "stranger", "0.03"));
        checks().settle(settlement(late, LATER, LATER));
        InvoiceCheck again =
                checked("rec_c", line(2, job(charge), "0.07"), line(3, "stranger", "0.03"));

        assertThat(written()).extracting(Line::at).containsExactly(LATER, LATER);
        assertThat(again.count(Finding.MATCHED)).isEqualTo(2);
        assertThat(again.sums()).hasSize(1);
    }

    @Test
    default void keepsADryRunUntilTheNextOne() {
        bought(PRICED);
        checked("rec_a");
        checked(begun("rec_b", InvoicePeriod.of(YearMonth.of(2026, 10)), LATER));

        checked("rec_c");

        assertThat(checks().latest(10))
                .extracting(InvoiceCheck::id)
                .containsExactly("rec_c", "rec_b");
        assertThat(checks().lines("rec_a", EnumSet.allOf(Finding.class), 0, 10)).isEmpty();
    }

    @Test
    default void forgetsWhatIsDropped() {
        begin("rec_a", line(2, "j1", "0.01"));

        staging().drop("rec_a");

        assertThat(checks().find("rec_a")).isEmpty();
        assertThat(checks().latest(10)).isEmpty();
    }

    /** A settlement in an open month. */
    private static Settlement settlement(InvoiceCheck check, boolean close) {
        return new Settlement(
                check,
                check.period().last(),
                check.period().from(),
                "replicate",
                true,
                close,
                entry(check));
    }

    /** A settlement at that time. */
    private static Settlement settlement(InvoiceCheck check, Instant at, Instant earliest) {
        return new Settlement(check, at, earliest, "replicate", true, false, entry(check));
    }

    private static AuditEntry entry(InvoiceCheck check) {
        return new AuditEntry(LATER, "finance", "reconcile", check.id(), "an invoice");
    }

    private InvoiceCheck checked(String id, InvoiceLine... lines) {
        begin(id, lines);
        return staging().compare(id);
    }

    private InvoiceCheck checked(InvoiceCheck begun, InvoiceLine... lines) {
        begin(begun, lines);
        return staging().compare(begun.id());
    }

    private void begin(String id, InvoiceLine... lines) {
        begin(begun(id, NOVEMBER, LATER), lines);
    }

    private void begin(InvoiceCheck begun, InvoiceLine... lines) {
        staging().begin(begun);
        staging().add(begun.id(), List.of(lines));
        staging().matchJobs(begun.id());
    }

    private static InvoiceCheck begun(String id, InvoicePeriod period, Instant at) {
        return InvoiceCheck.begun(id, "replicate", period, null, at, "finance", true);
    }

    private List<CheckedLine> lines(InvoiceCheck check) {
        return checks().lines(check.id(), EnumSet.allOf(Finding.class), 0, 100);
    }

    private static InvoiceLine line(long number, @Nullable String job, String amount) {
        return new InvoiceLine(number, job, Progress.usd(amount), Purchase.AT, null);
    }

    private static InvoiceLine timed(long number, String amount, long seconds) {
        return new InvoiceLine(
                number, null, Progress.usd(amount), Purchase.AT.plusSeconds(seconds), null);
    }

    private static @Nullable String job(Charge charge) {
        return charge.work().providerId();
    }

    private static Correction correction(Charge charge, Instant at) {
        return new Correction(
                Purchase.id("cor_"),
                at,
                charge.id(),
                charge.at(),
                charge.work(),
                Billing.of(new Cost(Progress.usd("0.01"), Certainty.ESTIMATED)),
                Correction.Source.PRICES,
                Purchase.id("key"),
                "a price was changed");
    }

    /** What was written besides the charges of purchases. */
    private List<Line> written() {
        return ledger().after(0, 100).stream()
                .map(LedgerEntry::line)
                .filter(line -> line instanceof Correction || line.work().generation() == null)
                .toList();
    }

    private long total() {
        return ledger().after(0, 100).stream()
                .flatMap(entry -> entry.line().billing().cost().amount().stream())
                .mapToLong(Money::micros)
                .sum();
    }

    private Charge bought(Cost cost) {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        Attempt ended = Progress.succeeded(buy.production().attempts().getFirst());
        Charge charge = Progress.charge(buy, ended, cost, Progress.ENDED);
        productions().conclude(ended, charge, List.of());
        return charge;
    }
}
