package dev.vignette.server.books;

import static dev.vignette.money.PriceUnit.IMAGE;
import static dev.vignette.money.PriceUnit.MONTH;
import static dev.vignette.money.PriceUnit.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.vignette.engine.cost.Repriced;
import dev.vignette.engine.cost.Repriced.Figures;
import dev.vignette.engine.cost.Repriced.Total;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Correction.Source;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.portrait.Kind;
import dev.vignette.store.AuditEntry;
import dev.vignette.tck.store.PastWork;
import dev.vignette.tck.store.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applying changed prices to charges of the past. */
final class RepricingTest {
    @TempDir Path directory;
    private Books books;

    @BeforeEach
    void open() {
        books = new Books(directory);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void showsWhatWouldBeOtherwiseAndWritesNothing() {
        Charge charge = books.charged("succeeded", 4, PastWork.byPicture("0.16"));
        Charge unknown = books.charged("succeeded", 2, Billing.of(Cost.UNPRICED));
        books.prices(Books.price(IMAGE, "0.05", "USD"));

        Repriced repriced = books.reprice(true);

        assertThat(repriced.figures()).isEqualTo(new Figures(1, 1, 0, 0, 0));
        assertThat(repriced.totals())
                .containsExactly(new Total(Kind.HEADSHOT, Books.USD, 160_000, 300_000));
        assertThat(repriced.first())
                .extracting(Repriced.Change::charge)
                .containsExactly(charge, unknown);
        assertThat(books.lines()).containsExactly(charge, unknown);
        assertThat(books.rows.audit().of("studio")).isEmpty();
    }

    @Test
    void correctsByTheDifferenceAndGivesUnknownOnesTheirAmount() {
        Charge charge = books.charged("succeeded", 4, PastWork.byPicture("0.16"));
        Charge unknown = books.charged("succeeded", 2, Billing.of(Cost.UNPRICED));
        Charge failed = books.charged("failed", 0, Billing.of(Cost.UNPRICED));
        books.prices(Books.price(IMAGE, "0.05", "USD"));

        books.reprice(false);

        assertThat(books.sum(charge)).isEqualTo(200_000);
        assertThat(books.sum(unknown)).isEqualTo(100_000);
        assertThat(books.lines()).hasSize(6);
        Correction first = (Correction) books.lines().get(3);
        assertThat(first.charge()).isEqualTo(charge.id());
        assertThat(first.source()).isEqualTo(Source.PRICES);
        assertThat(first.billing().cost())
                .isEqualTo(new Cost(Progress.usd("0.04"), Certainty.PRICE_BOOK));
        assertThat(first.billing().priceVersion()).isEqualTo("studio/*/image/0.05USD/2026-01-01");
        Correction nothing = (Correction) books.lines().get(5);
        assertThat(nothing.charge()).isEqualTo(failed.id());
        assertThat(nothing.billing().cost())
                .isEqualTo(new Cost(Progress.usd("0"), Certainty.ESTIMATED));
        assertThat(books.rows.audit().of("studio"))
                .extracting(AuditEntry::client, AuditEntry::action)
                .containsExactly(tuple("finance", "reprice"));
    }

    @Test
    void changesNothingTheSecondTimeAndGoesBackWhenPricesDo() {
        Charge charge = books.charged("succeeded", 4, PastWork.byPicture("0.16"));
        for (String amount : new String[] {"0.05", "0.05", "0.04", "0.05", "0.05"}) {
            books.prices(Books.price(IMAGE, amount, "USD"));
            books.reprice(false);
        }

        assertThat(books.sum(charge)).isEqualTo(200_000);
        assertThat(books.lines()).hasSize(4);
    }

    @Test
    void leavesAloneWhatIsKnownBetter() {
        Cost reported = new Cost(Progress.usd("0.07"), Certainty.REPORTED);
        books.charged("succeeded", 4, Billing.of(reported));
        Charge invoiced = books.charged("succeeded", 4, PastWork.byPicture("0.16"));
        books.corrected(invoiced, Source.INVOICE, PastWork.byPicture("0.01"));
        Charge learned = books.charged("written_off", 0, Billing.of(Cost.UNPRICED));
        books.prices(Books.price(IMAGE, "0.05", "USD"));

        Repriced repriced = books.reprice(false);

        assertThat(repriced.figures()).isEqualTo(new Figures(0, 0, 0, 2, 1));
        assertThat(books.lines()).hasSize(4);
        assertThat(books.sum(learned)).isZero();
    }

    @Test
    void whatWasTakenForBoughtStaysTakenForBought() {
        Billing presumed =
                new Billing(
                        new Cost(Progress.usd("0.16"), Certainty.ESTIMATED),
                        null,
                        null,
                        null,
                        null,
                        "a price");
        Charge lost = books.charged("failed", 0, presumed);
        books.prices(Books.price(IMAGE, "0.05", "USD"));

        books.reprice(false);

        assertThat(books.sum(lost)).isEqualTo(200_000);
    }

    @Test
    void takesBackOneCurrencyForAnother() {
        books.charged("succeeded", 4, PastWork.byPicture("0.16"));
        books.prices(Books.price(IMAGE, "0.05", "EUR"));

        Repriced repriced = books.reprice(false);
        Repriced again = books.reprice(false);

        assertThat(books.sum("USD")).isZero();
        assertThat(books.sum("EUR")).isEqualTo(200_000);
        assertThat(repriced.totals())
                .containsExactlyInAnyOrder(
                        new Total(Kind.HEADSHOT, Books.USD, 160_000, 0),
                        new Total(Kind.HEADSHOT, Currency.getInstance("EUR"), 0, 200_000));
        assertThat(again.figures()).isEqualTo(new Figures(0, 0, 1, 0, 0));
    }

    @Test
    void leavesAloneWhatHasNoPriceNow() {
        books.charged("succeeded", 4, PastWork.byPicture("0.16"));

        assertThat(books.reprice(false).figures()).isEqualTo(new Figures(0, 0, 0, 0, 1));
        assertThat(books.sum("USD")).isEqualTo(160_000);
    }

    @Test
    void countsComputingTimeAsItWas() {
        Charge charge = books.charged("succeeded", 4, PastWork.byPicture("0.16"));
        books.prices(Books.price(SECOND, "0.003", "USD"));

        books.reprice(false);

        assertThat(books.sum(charge)).isEqualTo(30_000);
    }

    @Test
    void movesToAMonthlyFeeAndBack() {
        Charge one = books.charged("succeeded", 4, PastWork.byPicture("0.16"));
        Charge other = books.charged("succeeded", 4, PastWork.byPicture("0.16"));
        books.prices(Books.price(MONTH, "10", "USD"));
        books.reprice(false);
        assertThat(books.sum("USD")).isEqualTo(10_000_000);
        books.clock.set(Instant.parse("2026-12-01T02:00:00Z"));
        books.prices(Books.price(MONTH, "12", "USD"));
        assertThat(books.reprice(false).figures()).isEqualTo(new Figures(1, 0, 2, 0, 0));

        books.fees().sweep();

        assertThat(books.sum(one)).isEqualTo(6_000_000);
        assertThat(books.sum(other)).isEqualTo(6_000_000);
        assertThat(books.reprice(true).figures()).isEqualTo(new Figures(0, 0, 3, 0, 0));

        books.prices(Books.price(IMAGE, "0.05", "USD"));
        books.reprice(false);

        assertThat(books.sum(one)).isEqualTo(200_000);
        assertThat(books.sum(other)).isEqualTo(200_000);
        assertThat(books.sum("USD")).isEqualTo(400_000 + 12_000_000); // December's fee stands
    }
}
