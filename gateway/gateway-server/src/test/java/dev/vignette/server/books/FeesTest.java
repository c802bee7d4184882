package dev.vignette.server.books;

import static dev.vignette.money.PriceUnit.IMAGE;
import static dev.vignette.money.PriceUnit.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Correction.Source;
import dev.vignette.ledger.Line;
import dev.vignette.tck.store.PastWork;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What providers take for a month, and what becomes of it when the month is over. */
final class FeesTest {
    private static final Instant OVER = Instant.parse("2026-12-01T01:00:00Z");

    @TempDir Path directory;
    private Books books;

    @BeforeEach
    void open() {
        books = new Books(directory);
        books.prices(Books.price(MONTH, "100", "USD"));
    }

    @AfterEach
    void close() {
        books.close();
    }

    private Charge delivered(int images) {
        return books.charged("succeeded", images, PastWork.byTheMonth("0"));
    }

    @Test
    void areChargedOnceAMonthToNobody() {
        books.fees().sweep();
        books.fees().sweep();

        Line fee = books.lines().getFirst();
        assertThat(books.lines()).hasSize(1);
        assertThat(fee.at()).isEqualTo(Books.NOW);
        assertThat(fee.work().client()).isEmpty();
        assertThat(fee.work().attempt()).isNull();
        assertThat(fee.billing().priceVersion()).isEqualTo("studio/*/month/100USD/2026-01-01");
        assertThat(books.sum("USD")).isEqualTo(100_000_000);

        books.clock.set(OVER);
        books.fees().sweep();

        assertThat(books.sum("USD")).isEqualTo(200_000_000);
    }

    @Test
    void areNotChargedWhereNothingIsTakenByTheMonth() {
        books.prices(Books.price(IMAGE, "0.04", "USD"));

        books.fees().sweep();

        assertThat(books.lines()).isEmpty();
    }

    @Test
    void areSharedOutToTheLastMillionthWhenTheMonthIsOver() {
        books.fees().sweep();
        Charge fee = (Charge) books.lines().getFirst();
        Charge one = delivered(1);
        Charge two = delivered(2);
        Charge none = books.charged("failed", 0, PastWork.byTheMonth("0"));
        books.clock.set(OVER.minusNanos(1));
        books.fees().sweep();
        assertThat(books.sum(fee)).isEqualTo(100_000_000);

        books.clock.set(OVER);
        books.fees().sweep();
        books.fees().sweep();

        assertThat(books.sum(one)).isEqualTo(33_333_334);
        assertThat(books.sum(two)).isEqualTo(66_666_666);
        assertThat(books.sum(none)).isZero();
        assertThat(books.sum(fee)).isZero();
        assertThat(shares()).hasSize(3).allMatch(share -> share.at().isBefore(OVER));
    }

    @Test
    void stayWhereTheyAreWhenNothingWasDelivered() {
        books.fees().sweep();
        Charge fee = (Charge) books.lines().getFirst();

        books.clock.set(OVER);
        books.fees().sweep();

        assertThat(books.sum(fee)).isEqualTo(100_000_000);
        assertThat(shares()).isEmpty();
    }

    @Test
    void areSharedOutExactlyInAnyNumberOfParts() {
        books.fees().sweep();
        Charge fee = (Charge) books.lines().getFirst();
        Random random = new Random(20);
        long pictures = 0;
        for (int i = 0; i < 1_234; i++) {
            Charge charge = delivered(random.nextInt(1, 14));
            pictures += charge.work().images();
        }

        books.clock.set(OVER);
        books.fees().sweep();

        long each = 100_000_000 / pictures;
        assertThat(books.sum(fee)).isZero();
        assertThat(books.sum("USD")).isEqualTo(200_000_000);
        assertThat(shares()).hasSize(1_234 + 3);
        shares().stream()
                .filter(share -> !share.charge().equals(fee.id()))
                .forEach(share -> {
                    long images = share.work().images();
                    assertThat(share.billing().cost().amount().orElseThrow().micros())
                            .isBetween(each * images, (each + 1) * images);
                });
    }

    private List<Correction> shares() {
        return books.lines().stream()
                .filter(Correction.class::isInstance)
                .map(Correction.class::cast)
                .filter(made -> made.source() == Source.SHARE)
                .toList();
    }
}
