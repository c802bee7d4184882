package dev.vignette.engine.cost;

import dev.vignette.engine.cost.Repriced.Ask;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Correction.Source;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.PriceList;
import dev.vignette.store.AuditEntry;
import dev.vignette.store.AuditTrail;
import dev.vignette.store.CorrectedCharge;
import dev.vignette.store.CostLedger;
import dev.vignette.store.PastCharges;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies the prices in force now to charges of the past: what an attempt would be charged if they
 * had been in force when it was sent. Page by page, so that any number of charges needs the memory
 * of one page. Done twice it changes nothing the second time, and broken off it goes on where it
 * was.
 */
public final class Repricing {
    private static final Logger LOG = LoggerFactory.getLogger(Repricing.class);
    private static final int AT_ONCE = 500;

    private final PastCharges past;
    private final CostLedger ledger;
    private final AuditTrail trail;
    private final Fees fees;
    private final Ids ids;
    private final Surroundings around;

    /**
     * @param past the charges
     * @param ledger where corrections go
     * @param trail where it is written down who did it
     * @param fees what providers take for a month
     * @param ids names corrections
     * @param around what everything lives in
     */
    public Repricing(
            PastCharges past,
            CostLedger ledger,
            AuditTrail trail,
            Fees fees,
            Ids ids,
            Surroundings around) {
        this.past = past;
        this.ledger = ledger;
        this.trail = trail;
        this.fees = fees;
        this.ids = ids;
        this.around = around;
    }

    /** Looks at all charges that were asked for, and corrects them unless it is a dry run. */
    public Repriced run(Ask ask) {
        PriceList prices = around.inForce().prices();
        RepricingTally tally = new RepricingTally(ask);
        Set<YearMonth> months = new TreeSet<>();
        if (!ask.dryRun()) {
            audit(ask);
        }
        @Nullable CorrectedCharge last = null;
        List<CorrectedCharge> page = page(ask, last);
        while (!page.isEmpty()) {
            List<Correction> corrections = new ArrayList<>();
            for (CorrectedCharge charge : page) {
                Judged judged = Judged.of(prices, charge);
                tally.add(charge, judged);
                if (judged instanceof Judged.Priced priced) {
                    corrections.addAll(corrections(charge, priced));
                    note(months, charge, priced);
                }
            }
            if (!ask.dryRun()) {
                ledger.correct(corrections);
            }
            last = page.getLast();
            page = page(ask, last);
        }
        if (!ask.dryRun()) {
            months.forEach(month -> fees.owe(ask.provider(), month));
        }
        return told(tally.result());
    }

    private List<CorrectedCharge> page(Ask ask, @Nullable CorrectedCharge after) {
        return past.page(ask.provider(), ask.from(), ask.to(), after, AT_ONCE);
    }

    private void audit(Ask ask) {
        trail.write(
                new AuditEntry(
                        around.now(),
                        ask.operator(),
                        "reprice",
                        ask.provider(),
                        "charges from %s to %s".formatted(ask.from(), ask.to())));
    }

    /** What is charged by the month now needs a fee to be shared out. */
    private static void note(Set<YearMonth> months, CorrectedCharge charge, Judged.Priced priced) {
        if (priced.isByTheMonth()) {
            months.add(Fees.month(charge.charge().at()));
        }
    }

    /** What takes it from what it costs to what it shall; nothing when that is the same. */
    private List<Correction> corrections(CorrectedCharge charge, Judged.Priced priced) {
        if (priced.is(charge)) {
            return List.of();
        }
        Set<Currency> currencies = new LinkedHashSet<>(charge.amounts().keySet());
        currencies.add(priced.amount().currency());
        List<Correction> corrections = new ArrayList<>();
        for (Currency currency : currencies) {
            Money before = charge.amounts().getOrDefault(currency, Money.zero(currency));
            long difference = Math.subtractExact(priced.in(currency), before.micros());
            if (difference != 0 || charge.amounts().isEmpty()) {
                corrections.add(correction(charge, priced, new Money(difference, currency)));
            }
        }
        return corrections;
    }

    /** Its key names the line it builds upon, so that the same step is never taken twice. */
    private Correction correction(CorrectedCharge charge, Judged.Priced priced, Money difference) {
        Billing billing = priced.billing();
        String version = billing.priceVersion() == null ? "no price" : billing.priceVersion();
        Instant now = around.now();
        return new Correction(
                ids.correction(),
                now,
                charge.charge().id(),
                charge.charge().at(),
                charge.charge().work(),
                new Billing(
                        new Cost(difference, billing.cost().certainty()),
                        billing.quantity(),
                        billing.unit(),
                        billing.unitPrice(),
                        billing.listPrice(),
                        billing.priceVersion()),
                Source.PRICES,
                String.join(
                        "/",
                        "prices",
                        charge.last().id(),
                        difference.currency().getCurrencyCode(),
                        version),
                "priced anew by " + version);
    }

    private static Repriced told(Repriced repriced) {
        LOG.info(
                "{} charges of {} from {} to {} were looked at: {} changed, {} newly priced{}",
                repriced.figures().charges(),
                repriced.ask().provider(),
                repriced.ask().from(),
                repriced.ask().to(),
                repriced.figures().changed(),
                repriced.figures().newlyPriced(),
                repriced.ask().dryRun() ? "; nothing was written" : "");
        return repriced;
    }
}
