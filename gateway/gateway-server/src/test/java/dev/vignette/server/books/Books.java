package dev.vignette.server.books;

import dev.vignette.engine.cost.Fees;
import dev.vignette.engine.cost.Repriced;
import dev.vignette.engine.cost.Repricing;
import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.engine.surroundings.Failover;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Line;
import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceScope;
import dev.vignette.money.PriceUnit;
import dev.vignette.storage.rows.Rows;
import dev.vignette.storage.rows.SqliteRows;
import dev.vignette.store.LedgerEntry;
import dev.vignette.tck.SettableClock;
import dev.vignette.tck.store.PastWork;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ledger of a gateway whose operator changes prices, and whose clock can be moved. */
final class Books implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final Currency USD = Currency.getInstance("USD");

    final SettableClock clock = SettableClock.at(NOW);
    final Rows rows;
    private final Surroundings around;
    private final Ids ids;
    private volatile PriceList prices = PriceList.EMPTY;

    Books(Path directory) {
        rows = SqliteRows.open(directory, clock);
        around = Surroundings.real(Policies.always(this::policy), Observations.NONE, clock);
        ids = new Ids(clock, new SecureRandom());
    }

    private Policy policy() {
        return new Policy(
                1,
                Map.of(),
                Map.of("studio", "disabled"),
                Map.of(),
                prices,
                Duration.ofHours(1),
                Duration.ofHours(1),
                Optional.empty(),
                UnknownOutcome.HOLD,
                Optional.empty(),
                Failover.USUAL,
                Accounting.PLAIN,
                false);
    }

    Fees fees() {
        return new Fees(rows.monthlyFees(), ids, around);
    }

    void prices(Price... lines) {
        prices = new PriceList(List.of(lines));
    }

    static Price price(PriceUnit unit, String amount, String currency) {
        return new Price(
                "studio",
                PriceScope.ANY,
                unit,
                new BigDecimal(amount),
                null,
                Currency.getInstance(currency),
                LocalDate.of(2026, 1, 1),
                null);
    }

    Charge charged(String outcome, int images, Billing billing) {
        return PastWork.write(
                rows.attempts(),
                PastWork.charge("studio", outcome, images, clock.instant(), billing));
    }

    void corrected(Charge charge, Correction.Source source, Billing billing) {
        rows.ledger().correct(List.of(PastWork.correction(charge, source, "by hand", billing)));
    }

    /** Prices all of this November anew. */
    Repriced reprice(boolean dryRun) {
        return new Repricing(rows.pastCharges(), rows.ledger(), rows.audit(), fees(), ids, around)
                .run(
                        new Repriced.Ask(
                                "finance",
                                "studio",
                                Instant.parse("2026-11-01T00:00:00Z"),
                                Instant.parse("2026-12-01T00:00:00Z"),
                                dryRun));
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<LedgerEntry> page = rows.ledger().after(0, 1000);
        while (!page.isEmpty()) {
            page.forEach(entry -> lines.add(entry.line()));
            page = rows.ledger().after(page.getLast().sequence(), 1000);
        }
        return lines;
    }

    /** What everything costs in that currency, in millionths. */
    long sum(String currency) {
        return lines().stream()
                .flatMap(line -> line.billing().cost().amount().stream())
                .filter(amount -> amount.currency().getCurrencyCode().equals(currency))
                .mapToLong(amount -> amount.micros())
                .sum();
    }

    /** What that charge costs with its corrections, in millionths of a dollar. */
    long sum(Charge charge) {
        return lines().stream()
                .filter(line ->
                        switch (line) {
                            case Charge one -> one.id().equals(charge.id());
                            case Correction made -> made.charge().equals(charge.id());
                        })
                .flatMap(line -> line.billing().cost().amount().stream())
                .filter(amount -> amount.currency().equals(USD))
                .mapToLong(amount -> amount.micros())
                .sum();
    }

    @Override
    public void close() {
        rows.close();
    }
}
