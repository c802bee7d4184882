package dev.vignette.server.http.focus;

import dev.vignette.generation.Avoided;
import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Line;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import dev.vignette.server.http.InMemoryPages;
import dev.vignette.store.CostPages.Saving;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A ledger of November with a line of every kind. */
final class EveryKind {
    static final Currency USD = Currency.getInstance("USD");
    static final Currency EUR = Currency.getInstance("EUR");
    static final Instant AT = Instant.parse("2026-11-20T10:20:30.123Z");

    private static final Instant OCTOBER = Instant.parse("2026-10-31T23:59:59Z");
    private static final Map<String, String> LABELS =
            Map.of(
                    "cost_center", "web-42",
                    "quoted", "a \"b\", c",
                    "lines", "one\r\ntwo",
                    "formula", "=HYPERLINK(\"x\")");

    private EveryKind() {}

    static void into(InMemoryPages pages) {
        lines().forEach(pages::add);
        savings().forEach(pages::add);
    }

    static List<Line> lines() {
        return List.of(
                charge("succeeded", work("succeeded", 4), counted("0.16", "4", "0.04", null)),
                charge("contracted", work("succeeded", 3), counted("0.12", "3", "0.04", "0.05")),
                charge("failed", work("failed", 0), estimated("0.00", "0", "0.04")),
                charge("canceled", work("canceled", 0), estimated("0.00", "0", "0.04")),
                charge("refused", work("refused", 0), free()),
                charge("seconds", work("succeeded", 1), perSecond()),
                charge("reported", work("succeeded", 1), reported("0.0315")),
                charge("presumed", work("failed", 0), presumed("0.16")),
                charge("unpriced", work("succeeded", 2), Billing.of(Cost.UNPRICED)),
                charge("euros", euros(), euro("0.07", "1", "0.07")),
                charge("nobody", nobody(), counted("0.04", "1", "0.04", null)),
                charge("fee", fee(), Billing.of(cost("49.00", USD, Certainty.PRICE_BOOK))),
                correction("down", AT, "-0.01", Correction.Source.INVOICE),
                correction("up", AT, "0.02", Correction.Source.PRICES),
                correction("late", OCTOBER, "0.005", Correction.Source.INVOICE));
    }

    static List<Saving> savings() {
        return List.of(saving("known", new Money(160_000, EUR)), saving("unknown", null));
    }

    static Charge charge(String name, Work work, Billing billing) {
        return new Charge("chg_" + name, AT, work, billing);
    }

    static Billing counted(
            String amount, String quantity, String price, @Nullable String listPrice) {
        return billing(amount, quantity, price, listPrice, Certainty.PRICE_BOOK);
    }

    private static Billing estimated(String amount, String quantity, String price) {
        return billing(amount, quantity, price, null, Certainty.ESTIMATED);
    }

    private static Billing billing(
            String amount,
            String quantity,
            String price,
            @Nullable String listPrice,
            Certainty certainty) {
        return new Billing(
                cost(amount, USD, certainty),
                new BigDecimal(quantity),
                PriceUnit.IMAGE,
                new BigDecimal(price),
                listPrice == null ? null : new BigDecimal(listPrice),
                "replicate/*/image/" + price + "USD/2026-01-01");
    }

    /** 12.345678 s at 0.000725 are 0.00895061655, which is rounded in the ledger. */
    private static Billing perSecond() {
        return new Billing(
                cost("0.008951", USD, Certainty.PRICE_BOOK),
                new BigDecimal("12.345678"),
                PriceUnit.SECOND,
                new BigDecimal("0.000725"),
                null,
                "replicate/*/second/0.000725USD/2026-01-01");
    }

    private static Billing free() {
        return Billing.of(cost("0.00", USD, Certainty.PRICE_BOOK));
    }

    private static Billing presumed(String amount) {
        return Billing.of(cost(amount, USD, Certainty.ESTIMATED));
    }

    private static Billing reported(String amount) {
        return Billing.of(cost(amount, USD, Certainty.REPORTED));
    }

    private static Billing euro(String amount, String quantity, String price) {
        return new Billing(
                cost(amount, EUR, Certainty.PRICE_BOOK),
                new BigDecimal(quantity),
                PriceUnit.IMAGE,
                new BigDecimal(price),
                null,
                "studio/*/image/0.07EUR/2026-01-01");
    }

    private static Cost cost(String amount, Currency currency, Certainty certainty) {
        return new Cost(Money.of(new BigDecimal(amount), currency), certainty);
    }

    private static Correction correction(
            String name, Instant charged, String difference, Correction.Source source) {
        return new Correction(
                "cor_" + name,
                AT,
                "chg_" + name,
                charged,
                work("succeeded", 4),
                Billing.of(cost(difference, USD, Certainty.REPORTED)),
                source,
                "key/" + name,
                "@invoice, line 7");
    }

    static Work work(String outcome, int images) {
        return work(
                "replicate",
                "flux/portrait",
                new GenerationId("gen_1"),
                new AttemptId("att_1"),
                outcome,
                images);
    }

    private static Work euros() {
        return work(
                "studio",
                "studio/one",
                new GenerationId("gen_2"),
                new AttemptId("att_2"),
                "succeeded",
                1);
    }

    private static Work nobody() {
        return work("replicate", "unknown", null, new AttemptId("att_3"), "succeeded", 1);
    }

    private static Work fee() {
        return work("studio", "", null, null, "succeeded", 0);
    }

    private static Work work(
            String provider,
            String model,
            @Nullable GenerationId generation,
            @Nullable AttemptId attempt,
            String outcome,
            int images) {
        return new Work(
                provider,
                provider,
                model,
                "a7cb",
                "-job",
                generation,
                attempt,
                attempt == null ? 0 : 1,
                generation == null ? "unknown" : "shop",
                generation == null ? null : Kind.PORTRAIT_SERIES,
                4,
                1_048_576L,
                images,
                new BigDecimal("12.345678"),
                Duration.ofSeconds(31),
                outcome,
                generation == null ? Map.of() : LABELS,
                true);
    }

    private static Saving saving(String name, @Nullable Money money) {
        return new Saving(
                new GenerationId("gen_" + name),
                AT,
                "shop",
                Kind.HEADSHOT,
                Map.of(),
                new Avoided("replicate", "flux/portrait", 4, money));
    }
}
