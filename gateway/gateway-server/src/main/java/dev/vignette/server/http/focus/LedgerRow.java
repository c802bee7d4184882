package dev.vignette.server.http.focus;

import static dev.vignette.server.http.focus.FocusColumn.*;

import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Work;
import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import dev.vignette.store.LedgerEntry;
import java.time.Instant;
import java.util.Optional;

/** A line of the ledger as a row of the file. */
final class LedgerRow {
    static final String CATEGORY = "AI and Machine Learning";
    static final String SUBCATEGORY = "Generative AI";
    static final String IMAGES = "Images";

    private LedgerRow() {}

    /**
     * The row, or empty when the line has no known amount: by FOCUS 1.2 costs are never null, and
     * an unknown amount is never zero.
     */
    static Optional<FocusRow> of(LedgerEntry entry) {
        return entry.line().billing().cost().amount().map(amount -> of(entry, amount));
    }

    private static FocusRow of(LedgerEntry entry, Money amount) {
        FocusRow row = new FocusRow();
        about(row, entry.line().work());
        paid(row, entry.line().at(), amount);
        row.text(X_CERTAINTY, entry.line().billing().cost().certainty().wireName())
                .text(X_PRICE_VERSION, entry.line().billing().priceVersion())
                .time(X_CHARGED_AT, entry.line().at())
                .number(X_SEQUENCE, entry.sequence());
        return switch (entry.line()) {
            case Charge charge when charge.work().attempt() == null -> fee(row, charge, amount);
            case Charge charge -> usage(row, charge, amount);
            case Correction correction -> correction(row, correction, amount);
        };
    }

    private static FocusRow usage(FocusRow row, Charge charge, Money amount) {
        Work work = charge.work();
        charged(row, charge);
        priced(row, charge, Rate.of(charge.billing(), amount, "Jobs"));
        Periods.hour(row, charge.at());
        return row.text(CHARGE_CATEGORY, "Usage")
                .text(CHARGE_FREQUENCY, "Usage-Based")
                .text(
                        CHARGE_DESCRIPTION,
                        "%d of %d images by %s, %s"
                                .formatted(
                                        work.images(),
                                        work.ordered(),
                                        work.provider(),
                                        work.outcome()))
                .number(CONSUMED_QUANTITY, work.images())
                .text(CONSUMED_UNIT, IMAGES);
    }

    /** What a provider takes for a month: bought whether it is used or not. */
    private static FocusRow fee(FocusRow row, Charge charge, Money amount) {
        charged(row, charge);
        priced(row, charge, Rate.of(charge.billing(), amount, "Months"));
        Periods.month(row, charge.at());
        return row.text(CHARGE_CATEGORY, "Purchase")
                .text(CHARGE_FREQUENCY, "Recurring")
                .text(CHARGE_DESCRIPTION, "Monthly fee of " + charge.work().provider());
    }

    /**
     * Always an adjustment, about the period of the charge. It is of the class Correction only when
     * that was in a month before (column ChargeClass). Nothing is counted in it: quantities and
     * unit prices are null, and then all costs are the billed one (columns ListCost,
     * ContractedCost, EffectiveCost).
     */
    private static FocusRow correction(FocusRow row, Correction correction, Money amount) {
        if (correction.work().attempt() == null) {
            Periods.month(row, correction.chargedAt());
        } else {
            Periods.hour(row, correction.chargedAt());
        }
        boolean earlier = Periods.inMonthBefore(correction.chargedAt(), correction.at());
        return row.text(CHARGE_CATEGORY, "Adjustment")
                .text(CHARGE_CLASS, earlier ? "Correction" : null)
                .text(CHARGE_FREQUENCY, "One-Time")
                .text(CHARGE_DESCRIPTION, "Correction: " + correction.reason())
                .number(CONTRACTED_COST, Rate.decimal(amount))
                .number(LIST_COST, Rate.decimal(amount))
                .text(X_CHARGE_ID, correction.charge())
                .text(X_CORRECTION_ID, correction.id())
                .text(X_CORRECTION_REASON, correction.reason())
                .text(X_CORRECTION_SOURCE, correction.source().wireName());
    }

    /** What a correction repeats of its charge, without anything that is counted. */
    private static void about(FocusRow row, Work work) {
        Sku sku = Sku.of(work);
        String generation = work.generation() == null ? null : work.generation().value();
        // Nobody is known to have asked for a job that no generation is known for.
        String client = generation == null ? null : work.client();
        row.text(BILLING_ACCOUNT_ID, work.provider())
                .text(BILLING_ACCOUNT_NAME, work.provider())
                .text(INVOICE_ISSUER_NAME, work.adapter())
                .text(PROVIDER_NAME, work.adapter())
                .text(PUBLISHER_NAME, work.adapter())
                .text(RESOURCE_ID, generation)
                .text(RESOURCE_TYPE, generation == null ? null : type(work))
                .text(SERVICE_CATEGORY, CATEGORY)
                .text(SERVICE_NAME, generation == null ? work.adapter() : work.model())
                .text(SERVICE_SUBCATEGORY, SUBCATEGORY)
                .text(SKU_ID, sku.id())
                .text(SKU_METER, sku.meter())
                .text(SUB_ACCOUNT_ID, client)
                .text(SUB_ACCOUNT_NAME, client)
                .text(TAGS, Tags.of(work.labels()))
                .text(X_KIND, work.kind() == null ? null : work.kind().wireName())
                .text(X_MODEL_VERSION, work.modelVersion())
                .text(X_OUTCOME, work.outcome())
                .text(X_PROVIDER_ID, work.providerId())
                .flag(X_SANDBOX, work.sandbox());
        if (work.attempt() != null) {
            row.number(X_ATTEMPT, work.attemptNumber());
        }
    }

    private static void paid(FocusRow row, Instant at, Money amount) {
        row.number(BILLED_COST, Rate.decimal(amount))
                .number(EFFECTIVE_COST, Rate.decimal(amount))
                .text(BILLING_CURRENCY, amount.currency().getCurrencyCode());
        Periods.billed(row, at);
    }

    private static void charged(FocusRow row, Charge charge) {
        row.text(X_CHARGE_ID, charge.id())
                .number(X_IMAGES, charge.work().images())
                .number(X_IMAGES_ORDERED, charge.work().ordered())
                .number(X_GPU_SECONDS, charge.work().gpuSeconds());
    }

    private static void priced(FocusRow row, Charge charge, Rate rate) {
        row.number(PRICING_QUANTITY, rate.quantity())
                .text(PRICING_UNIT, rate.unit())
                .text(PRICING_CATEGORY, rate.category())
                .number(CONTRACTED_UNIT_PRICE, rate.contracted())
                .number(CONTRACTED_COST, rate.contractedCost())
                .number(LIST_UNIT_PRICE, rate.listed())
                .number(LIST_COST, rate.listCost())
                .text(SKU_PRICE_ID, Sku.of(charge.work()).price(rate.unit()));
    }

    private static String type(Work work) {
        return work.kind() == null ? "Portrait" : type(work.kind());
    }

    /** For example {@code Portrait Series}. */
    static String type(Kind kind) {
        return switch (kind) {
            case PORTRAIT_SERIES -> "Portrait Series";
            case HEADSHOT -> "Headshot";
        };
    }
}
