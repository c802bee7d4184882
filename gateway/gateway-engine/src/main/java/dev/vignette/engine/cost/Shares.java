package dev.vignette.engine.cost;

import dev.vignette.engine.surroundings.Ids;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Correction.Source;
import dev.vignette.ledger.Line;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.MonthlyFee;
import dev.vignette.store.MonthlyFees;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares a month's fee out over the pictures delivered in it, each the same to the last millionth;
 * what cannot be divided goes to the first pictures, a millionth each. In parts: each part takes
 * from the fee what it gives to attempts, so that the ledger's sum is right at every moment, and
 * who goes on after a crash goes on behind the last part.
 */
final class Shares {
    private static final Logger LOG = LoggerFactory.getLogger(Shares.class);
    private static final int AT_ONCE = 500;

    private final MonthlyFees store;
    private final Ids ids;

    Shares(MonthlyFees store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    /** To its end, or until somebody else is faster. */
    void giveOut(MonthlyFee fee) {
        MonthlyFee left = fee;
        List<LedgerEntry> part = store.next(left, AT_ONCE);
        while (!part.isEmpty()) {
            MonthlyFee after = left;
            for (LedgerEntry entry : part) {
                after = after.shared(entry);
            }
            if (!store.share(left, after, corrections(left, after, part))) {
                return;
            }
            left = after;
            part = store.next(left, AT_ONCE);
        }
        LOG.info(
                "What {} takes for {} is shared out over {} pictures",
                fee.charge().work().provider(),
                fee.month(),
                fee.pictures());
    }

    private List<Correction> corrections(
            MonthlyFee before, MonthlyFee after, List<LedgerEntry> part) {
        List<Correction> corrections = new ArrayList<>();
        MonthlyFee place = before;
        for (LedgerEntry entry : part) {
            MonthlyFee next = place.shared(entry);
            corrections.add(share(place, next, charge(entry.line())));
            place = next;
        }
        corrections.add(taken(before, after));
        return corrections;
    }

    private Correction share(MonthlyFee from, MonthlyFee to, Charge charge) {
        return correction(
                to,
                charge,
                between(from, to),
                "share/" + charge.id(),
                "its share of what %s takes for %s: %d of %d pictures"
                        .formatted(
                                charge.work().provider(),
                                to.month(),
                                charge.work().images(),
                                to.pictures()));
    }

    /** Only charges take part. */
    private static Charge charge(Line line) {
        return switch (line) {
            case Charge charge -> charge;
            case Correction _ -> throw new IllegalStateException("a correction has no share");
        };
    }

    private Correction taken(MonthlyFee before, MonthlyFee after) {
        return correction(
                after,
                before.charge(),
                -between(before, after),
                "share/" + before.charge().id() + "/" + after.sharedUpTo(),
                "shared out over %d of %d pictures"
                        .formatted(
                                after.sharedPictures() - before.sharedPictures(),
                                after.pictures()));
    }

    /** Dated within the month it is about, so that the month's reports are right. */
    private Correction correction(
            MonthlyFee fee, Charge about, long micros, String key, String reason) {
        Cost cost = new Cost(new Money(micros, fee.amount().currency()), Certainty.PRICE_BOOK);
        return new Correction(
                ids.correction(),
                Fees.end(fee.month()),
                about.id(),
                about.at(),
                about.work(),
                new Billing(cost, null, null, null, null, fee.charge().billing().priceVersion()),
                Source.SHARE,
                key,
                reason);
    }

    /** What the pictures between two places get, in millionths. */
    private static long between(MonthlyFee from, MonthlyFee to) {
        return upTo(to, to.sharedPictures()) - upTo(to, from.sharedPictures());
    }

    private static long upTo(MonthlyFee fee, long pictures) {
        long each = Math.floorDiv(fee.amount().micros(), fee.pictures());
        long rest = Math.floorMod(fee.amount().micros(), fee.pictures());
        return each * pictures + Math.min(rest, pictures);
    }
}
