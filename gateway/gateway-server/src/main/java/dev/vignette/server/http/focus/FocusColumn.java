package dev.vignette.server.http.focus;

import java.util.Arrays;
import java.util.List;

/**
 * The columns of the file, in their order: those of FOCUS 1.2, then our own. By the attribute
 * Column Handling our own begin with {@code x_} and come last.
 */
enum FocusColumn {
    /** What the line comes to; in the ledger's millionths, so that a sum is the invoice's. */
    BILLED_COST("BilledCost"),
    /** The configured provider: one account at a vendor. */
    BILLING_ACCOUNT_ID("BillingAccountId"),
    /** The same: an account has the name it was configured with. */
    BILLING_ACCOUNT_NAME("BillingAccountName"),
    /** What the line's amounts are in. */
    BILLING_CURRENCY("BillingCurrency"),
    /** The first moment of the month after the one the line was written in. */
    BILLING_PERIOD_END("BillingPeriodEnd"),
    /** The first moment of the month the line was written in, UTC. */
    BILLING_PERIOD_START("BillingPeriodStart"),
    /** {@code Usage}, {@code Purchase} or {@code Adjustment}. */
    CHARGE_CATEGORY("ChargeCategory"),
    /** {@code Correction} where a month before is corrected; else null. */
    CHARGE_CLASS("ChargeClass"),
    /** A sentence about the line. */
    CHARGE_DESCRIPTION("ChargeDescription"),
    /** {@code Usage-Based}, {@code Recurring} or {@code One-Time}. */
    CHARGE_FREQUENCY("ChargeFrequency"),
    /** The end of the hour, or of the month, in which it was charged. */
    CHARGE_PERIOD_END("ChargePeriodEnd"),
    /** The beginning of the hour, or of the month, in which it was charged. */
    CHARGE_PERIOD_START("ChargePeriodStart"),
    /** Pictures delivered; null where nothing was used. */
    CONSUMED_QUANTITY("ConsumedQuantity"),
    /** {@code Images}; null like the quantity. */
    CONSUMED_UNIT("ConsumedUnit"),
    /** The contracted unit price times the pricing quantity, exactly. */
    CONTRACTED_COST("ContractedCost"),
    /** What one unit costs us. */
    CONTRACTED_UNIT_PRICE("ContractedUnitPrice"),
    /** What the line comes to: nothing is spread over other lines. */
    EFFECTIVE_COST("EffectiveCost"),
    /** The vendor, who writes the invoice. */
    INVOICE_ISSUER_NAME("InvoiceIssuerName"),
    /** The list price times the pricing quantity, exactly. */
    LIST_COST("ListCost"),
    /** What one unit costs everybody. */
    LIST_UNIT_PRICE("ListUnitPrice"),
    /** {@code Standard} by the price list, {@code Dynamic} where the vendor says what it takes. */
    PRICING_CATEGORY("PricingCategory"),
    /** How many units were counted. */
    PRICING_QUANTITY("PricingQuantity"),
    /** What was counted. */
    PRICING_UNIT("PricingUnit"),
    /** The vendor, who makes the pictures. */
    PROVIDER_NAME("ProviderName"),
    /** The same. */
    PUBLISHER_NAME("PublisherName"),
    /** The generation. */
    RESOURCE_ID("ResourceId"),
    /** Always null: a generation has no name but its id. */
    RESOURCE_NAME("ResourceName"),
    /** The kind of the generation. */
    RESOURCE_TYPE("ResourceType"),
    /** Always the same. */
    SERVICE_CATEGORY("ServiceCategory"),
    /** The model. */
    SERVICE_NAME("ServiceName"),
    /** Always the same. */
    SERVICE_SUBCATEGORY("ServiceSubcategory"),
    /** The model and the kind. */
    SKU_ID("SkuId"),
    /** What is metered of them. */
    SKU_METER("SkuMeter"),
    /** The same with what is counted; not the price, which may change. */
    SKU_PRICE_ID("SkuPriceId"),
    /** The client. */
    SUB_ACCOUNT_ID("SubAccountId"),
    /** The same: a client has the name it was configured with. */
    SUB_ACCOUNT_NAME("SubAccountName"),
    /** The generation's labels. */
    TAGS("Tags"),
    /** The attempt's place in its generation. */
    X_ATTEMPT("x_Attempt"),
    /** What stored pictures would have cost; null where that is not known. */
    X_AVOIDED_COST("x_AvoidedCost"),
    /** Who made them. */
    X_AVOIDED_PROVIDER("x_AvoidedProvider"),
    /** How well the amount is known. */
    X_CERTAINTY("x_Certainty"),
    /** The charge, or the one that is corrected. */
    X_CHARGE_ID("x_ChargeId"),
    /** When the line was written. */
    X_CHARGED_AT("x_ChargedAt"),
    /** The correction. */
    X_CORRECTION_ID("x_CorrectionId"),
    /** Why there is a correction. */
    X_CORRECTION_REASON("x_CorrectionReason"),
    /** Where it comes from. */
    X_CORRECTION_SOURCE("x_CorrectionSource"),
    /** Computing time the provider reported. */
    X_GPU_SECONDS("x_GpuSeconds"),
    /** Pictures delivered, also where they are not what is priced. */
    X_IMAGES("x_Images"),
    /** Pictures that were ordered. */
    X_IMAGES_ORDERED("x_ImagesOrdered"),
    /** What was asked for. */
    X_KIND("x_Kind"),
    /** The model's version. */
    X_MODEL_VERSION("x_ModelVersion"),
    /** How the attempt ended. */
    X_OUTCOME("x_Outcome"),
    /** The line of the price list that was used. */
    X_PRICE_VERSION("x_PriceVersion"),
    /** The job's id at the vendor, for the invoice. */
    X_PROVIDER_ID("x_ProviderId"),
    /** Whether the money is pretended. */
    X_SANDBOX("x_Sandbox"),
    /** The line's place in the ledger. */
    X_SEQUENCE("x_Sequence");

    private final String id;

    FocusColumn(String id) {
        this.id = id;
    }

    /** Its name in the file, for example {@code BilledCost}. */
    String id() {
        return id;
    }

    /** All names, in the order of the file. */
    static List<String> ids() {
        return Arrays.stream(values()).map(FocusColumn::id).toList();
    }
}
