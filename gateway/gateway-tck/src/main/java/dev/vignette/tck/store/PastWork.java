package dev.vignette.tck.store;

import dev.vignette.generation.Orphan;
import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.AttemptStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Charges of the past in any number, as jobs that were found. */
public final class PastWork {
    private PastWork() {}

    /** Writes a charge down. */
    public static Charge write(AttemptStore attempts, Charge charge) {
        Work work = charge.work();
        TaskHandle task = TaskHandle.of(Objects.requireNonNull(work.providerId()));
        AttemptId attempt = Objects.requireNonNull(work.attempt());
        attempts.adopt(new Orphan(work.provider(), task, attempt, charge.at()), charge);
        return charge;
    }

    /** An attempt of four headshots that ended then. */
    public static Charge charge(
            String provider, String outcome, int images, Instant at, Billing billing) {
        String id = Purchase.id("chg_");
        Work work =
                new Work(
                        provider,
                        "scripted",
                        "model",
                        null,
                        "job-" + id,
                        null,
                        new AttemptId(Purchase.id(AttemptId.PREFIX)),
                        1,
                        "web-shop",
                        Kind.HEADSHOT,
                        4,
                        null,
                        images,
                        new BigDecimal("10"),
                        null,
                        outcome,
                        Map.of(),
                        false);
        return new Charge(id, at, work, billing);
    }

    /** What a provider takes for a month. */
    public static Charge fee(String provider, Instant at, String dollars) {
        Work work =
                new Work(
                        provider,
                        "scripted",
                        "",
                        null,
                        null,
                        null,
                        null,
                        0,
                        "",
                        null,
                        0,
                        null,
                        0,
                        null,
                        null,
                        "fee",
                        Map.of(),
                        false);
        return new Charge(Purchase.id("chg_"), at, work, byTheMonth(dollars));
    }

    /** Charged by the month: that many dollars. */
    public static Billing byTheMonth(String dollars) {
        return counted(PriceUnit.MONTH, dollars);
    }

    /** Charged by the picture: that many dollars. */
    public static Billing byPicture(String dollars) {
        return counted(PriceUnit.IMAGE, dollars);
    }

    private static Billing counted(PriceUnit unit, String dollars) {
        Money amount = Progress.usd(dollars);
        return new Billing(
                new Cost(amount, Certainty.PRICE_BOOK),
                BigDecimal.ONE,
                unit,
                new BigDecimal(dollars),
                null,
                "a price");
    }

    /** That many dollars more, or less. */
    public static Correction correction(
            Charge charge, Correction.Source source, String key, Billing billing) {
        return new Correction(
                Purchase.id("cor_"),
                charge.at().plusSeconds(1),
                charge.id(),
                charge.at(),
                charge.work(),
                billing,
                source,
                key,
                "It was otherwise.");
    }
}
