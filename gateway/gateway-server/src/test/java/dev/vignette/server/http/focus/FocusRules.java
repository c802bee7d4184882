package dev.vignette.server.http.focus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the FinOps Open Cost and Usage Specification, version 1.2, says a dataset must be, as far as
 * it can be told from the dataset. Each rule stands under the column or attribute that has it; the
 * columns that are about discounts by commitment, reserved capacity, regions and other currencies
 * than the billing one are conditional, and none of their conditions is met here.
 */
public final class FocusRules {
    /** Feature level Mandatory. */
    static final List<String> MANDATORY =
            List.of(
                    "BilledCost",
                    "BillingAccountId",
                    "BillingAccountName",
                    "BillingCurrency",
                    "BillingPeriodEnd",
                    "BillingPeriodStart",
                    "ChargeCategory",
                    "ChargeClass",
                    "ChargeDescription",
                    "ChargePeriodEnd",
                    "ChargePeriodStart",
                    "ContractedCost",
                    "EffectiveCost",
                    "InvoiceIssuerName",
                    "ListCost",
                    "PricingQuantity",
                    "PricingUnit",
                    "ProviderName",
                    "PublisherName",
                    "ServiceCategory",
                    "ServiceName");

    /** Feature level Conditional or Recommended: every other column that version 1.2 knows. */
    static final Set<String> OTHERS =
            Set.of(
                    "AvailabilityZone",
                    "BillingAccountType",
                    "CapacityReservationId",
                    "CapacityReservationStatus",
                    "ChargeFrequency",
                    "CommitmentDiscountCategory",
                    "CommitmentDiscountId",
                    "CommitmentDiscountName",
                    "CommitmentDiscountQuantity",
                    "CommitmentDiscountStatus",
                    "CommitmentDiscountType",
                    "CommitmentDiscountUnit",
                    "ConsumedQuantity",
                    "ConsumedUnit",
                    "ContractedUnitPrice",
                    "InvoiceId",
                    "ListUnitPrice",
                    "PricingCategory",
                    "PricingCurrency",
                    "PricingCurrencyContractedUnitPrice",
                    "PricingCurrencyEffectiveCost",
                    "PricingCurrencyListUnitPrice",
                    "RegionId",
                    "RegionName",
                    "ResourceId",
                    "ResourceName",
                    "ResourceType",
                    "ServiceSubcategory",
                    "SkuId",
                    "SkuMeter",
                    "SkuPriceDetails",
                    "SkuPriceId",
                    "SubAccountId",
                    "SubAccountName",
                    "SubAccountType",
                    "Tags");

    private static final List<String> NEVER_NULL =
            List.of(
                    "BilledCost",
                    "BillingAccountId",
                    "BillingAccountName",
                    "BillingCurrency",
                    "BillingPeriodEnd",
                    "BillingPeriodStart",
                    "ChargeCategory",
                    "ChargeDescription",
                    "ChargeFrequency",
                    "ChargePeriodEnd",
                    "ChargePeriodStart",
                    "ContractedCost",
                    "EffectiveCost",
                    "InvoiceIssuerName",
                    "ListCost",
                    "ProviderName",
                    "PublisherName",
                    "ServiceCategory",
                    "ServiceName",
                    "ServiceSubcategory");

    private static final List<String> DECIMALS =
            List.of(
                    "BilledCost",
                    "ConsumedQuantity",
                    "ContractedCost",
                    "ContractedUnitPrice",
                    "EffectiveCost",
                    "ListCost",
                    "ListUnitPrice",
                    "PricingQuantity");

    private static final List<String> TIMES =
            List.of(
                    "BillingPeriodEnd",
                    "BillingPeriodStart",
                    "ChargePeriodEnd",
                    "ChargePeriodStart");

    /** What is known of whatever was used or bought, and was not corrected. */
    private static final List<String> OF_WHAT_IS_PRICED =
            List.of(
                    "ContractedUnitPrice",
                    "ListUnitPrice",
                    "PricingCategory",
                    "PricingQuantity",
                    "PricingUnit",
                    "SkuId",
                    "SkuPriceId");

    private static final Map<String, Set<String>> ALLOWED =
            Map.of(
                    "ChargeCategory",
                    Set.of("Usage", "Purchase", "Tax", "Credit", "Adjustment"),
                    "ChargeClass",
                    Set.of("Correction"),
                    "ChargeFrequency",
                    Set.of("One-Time", "Recurring", "Usage-Based"),
                    "PricingCategory",
                    Set.of("Standard", "Dynamic", "Committed", "Other"),
                    "ServiceCategory",
                    Set.of(
                            "AI and Machine Learning",
                            "Analytics",
                            "Business Applications",
                            "Compute",
                            "Databases",
                            "Developer Tools",
                            "Identity",
                            "Integration",
                            "Internet of Things",
                            "Management and Governance",
                            "Media",
                            "Migration",
                            "Mobile",
                            "Multicloud",
                            "Networking",
                            "Security",
                            "Storage",
                            "Web",
                            "Other"));

    /** The subcategories of the one category that is used here. */
    private static final Set<String> OF_AI =
            Set.of(
                    "Bots",
                    "Generative AI",
                    "Machine Learning",
                    "Natural Language Processing",
                    "Other (AI and Machine Learning)");

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern SECOND =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
    private static final Pattern UNIT =
            Pattern.compile("([1-9][0-9]* )?[A-Z][A-Za-z]*s(-[A-Z][a-z]*)?");
    private static final Pattern PASCAL = Pattern.compile("([A-Z][a-z]+)+");
    private static final Pattern OWN = Pattern.compile("x_([A-Z][a-z]+)+");
    private static final int LONGEST_NAME = 50;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private FocusRules() {}

    /** Everything that is wrong. */
    public static List<Fault> check(Dataset file) {
        List<Fault> faults = new ArrayList<>();
        columns(file.columns()).forEach(rule -> faults.add(new Fault(rule, 0)));
        Set<String> there = new HashSet<>(file.columns());
        List<Rule> rules = all();
        for (int i = 0; i < file.rows().size(); i++) {
            Map<String, @Nullable String> row = file.rows().get(i);
            for (Rule rule : rules) {
                if (there.containsAll(MANDATORY) && rule.broken(row)) {
                    faults.add(new Fault(rule.name(), i + 1));
                }
            }
        }
        skus(file).forEach(rule -> faults.add(new Fault(rule, 0)));
        return faults;
    }

    /** Attribute Column Handling, and the feature levels. */
    private static List<String> columns(List<String> columns) {
        List<String> faults = new ArrayList<>();
        MANDATORY.stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> faults.add(column + " is present"));
        if (new HashSet<>(columns).size() < columns.size()) {
            faults.add("columns are there once");
        }
        boolean own = false;
        for (String column : columns) {
            boolean known = MANDATORY.contains(column) || OTHERS.contains(column);
            if (own && known) {
                faults.add("custom columns come last");
            }
            own |= !known;
            Pattern form = known ? PASCAL : OWN;
            if (!form.matcher(column).matches() || column.length() > LONGEST_NAME) {
                faults.add("names are in Pascal case, custom ones with x_");
            }
        }
        if (columns.contains("SkuId") && !columns.contains("SkuMeter")) {
            faults.add("SkuMeter is present with SkuId");
        }
        return faults;
    }

    /** Every rule about a row. */
    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        NEVER_NULL.forEach(column -> rules.add(Rule.notNull(column)));
        DECIMALS.forEach(
                column -> rules.add(Rule.form(column, "a decimal", DECIMAL.asMatchPredicate())));
        TIMES.forEach(
                column -> rules.add(Rule.form(column, "a moment in UTC", FocusRules::moment)));
        ALLOWED.forEach((column, values) ->
                rules.add(Rule.form(column, "an allowed value", values::contains)));
        rules.addAll(periods());
        rules.addAll(categories());
        rules.addAll(costs());
        rules.addAll(things());
        return rules;
    }

    /** Columns Billing Period and Charge Period: half-open, and a month for what is billed. */
    private static List<Rule> periods() {
        return List.of(
                new Rule(
                        "BillingPeriod is a month",
                        row -> moments(row, "BillingPeriodStart", "BillingPeriodEnd"),
                        row -> {
                            ZonedDateTime begin = time(row, "BillingPeriodStart");
                            return begin.equals(
                                            begin.withDayOfMonth(1)
                                                    .toLocalDate()
                                                    .atStartOfDay(ZoneOffset.UTC))
                                    && begin.plusMonths(1).equals(time(row, "BillingPeriodEnd"));
                        }),
                new Rule(
                        "ChargePeriodStart is before ChargePeriodEnd",
                        row -> moments(row, "ChargePeriodStart", "ChargePeriodEnd"),
                        row ->
                                time(row, "ChargePeriodStart")
                                        .isBefore(time(row, "ChargePeriodEnd"))),
                new Rule(
                        "ChargePeriod lies in the BillingPeriod",
                        row ->
                                moments(row, "ChargePeriodStart", "ChargePeriodEnd")
                                        && moments(row, "BillingPeriodStart", "BillingPeriodEnd")
                                        && row.get("ChargeClass") == null,
                        row ->
                                !time(row, "ChargePeriodStart")
                                                .isBefore(time(row, "BillingPeriodStart"))
                                        && !time(row, "ChargePeriodEnd")
                                                .isAfter(time(row, "BillingPeriodEnd"))),
                // Column ChargeClass: a correction within the current billing period is null.
                new Rule(
                        "ChargeClass corrects a billing period before",
                        row ->
                                moments(row, "ChargePeriodStart", "BillingPeriodStart")
                                        && "Correction".equals(row.get("ChargeClass")),
                        row ->
                                time(row, "ChargePeriodStart")
                                        .isBefore(time(row, "BillingPeriodStart"))));
    }

    /** What a category asks of the other columns. */
    private static List<Rule> categories() {
        List<Rule> rules = new ArrayList<>();
        Predicate<Map<String, @Nullable String>> priced =
                row ->
                        Set.of("Usage", "Purchase")
                                        .contains(String.valueOf(row.get("ChargeCategory")))
                                && row.get("ChargeClass") == null;
        OF_WHAT_IS_PRICED.forEach(
                column -> rules.add(Rule.notNull(column).when("it is used or bought", priced)));
        OF_WHAT_IS_PRICED.forEach(column ->
                rules.add(
                        Rule.isNull(column)
                                .when("it is a tax", row -> is(row, "ChargeCategory", "Tax"))));
        rules.add(
                Rule.notNull("ConsumedQuantity")
                        .when(
                                "it is used",
                                row -> priced.test(row) && is(row, "ChargeCategory", "Usage")));
        rules.add(
                Rule.isNull("ConsumedQuantity")
                        .when("it is not used", row -> !is(row, "ChargeCategory", "Usage")));
        rules.add(
                new Rule(
                        "ChargeFrequency is not Usage-Based when it is bought",
                        row -> is(row, "ChargeCategory", "Purchase"),
                        row -> !is(row, "ChargeFrequency", "Usage-Based")));
        rules.add(together("ConsumedQuantity", "ConsumedUnit"));
        rules.add(together("PricingQuantity", "PricingUnit"));
        return rules;
    }

    /** Columns ListCost, ContractedCost, EffectiveCost and PricingQuantity. */
    private static List<Rule> costs() {
        List<Rule> rules = new ArrayList<>();
        for (String sort : List.of("Contracted", "List")) {
            String price = sort + "UnitPrice";
            String cost = sort + "Cost";
            rules.add(
                    new Rule(
                            price + " is not negative",
                            row -> decimals(row, price),
                            row -> decimal(row, price).signum() >= 0));
            rules.add(
                    new Rule(
                            price + " times PricingQuantity is " + cost,
                            row ->
                                    decimals(row, price, "PricingQuantity", cost)
                                            && row.get("ChargeClass") == null,
                            row ->
                                    decimal(row, price)
                                                    .multiply(decimal(row, "PricingQuantity"))
                                                    .compareTo(decimal(row, cost))
                                            == 0));
            rules.add(
                    new Rule(
                            cost + " is BilledCost without a unit price",
                            row -> row.get(price) == null && decimals(row, cost, "BilledCost"),
                            row -> decimal(row, cost).compareTo(decimal(row, "BilledCost")) == 0));
        }
        rules.add(
                new Rule(
                        "EffectiveCost is BilledCost when it is neither used nor bought",
                        row ->
                                decimals(row, "EffectiveCost", "BilledCost")
                                        && !Set.of("Usage", "Purchase")
                                                .contains(
                                                        String.valueOf(row.get("ChargeCategory"))),
                        row ->
                                decimal(row, "EffectiveCost").compareTo(decimal(row, "BilledCost"))
                                        == 0));
        return rules;
    }

    /** What the charge is about: resources, accounts, services, tags, units and the currency. */
    private static List<Rule> things() {
        return List.of(
                Rule.form("BillingCurrency", "a currency of ISO 4217", FocusRules::currency),
                Rule.form("PricingUnit", "a unit", UNIT.asMatchPredicate()),
                Rule.form("ConsumedUnit", "a unit", UNIT.asMatchPredicate()),
                Rule.form("Tags", "a flat JSON object", FocusRules::flat),
                Rule.notNull("ResourceType")
                        .when("there is a resource", row -> row.get("ResourceId") != null),
                Rule.isNull("ResourceType")
                        .when("there is no resource", row -> row.get("ResourceId") == null),
                new Rule(
                        "ResourceName is not the ResourceId",
                        row -> row.get("ResourceName") != null,
                        row -> !is(row, "ResourceId", String.valueOf(row.get("ResourceName")))),
                Rule.isNull("SubAccountName")
                        .when("there is no sub account", row -> row.get("SubAccountId") == null),
                Rule.isNull("SkuMeter").when("there is no SKU", row -> row.get("SkuId") == null),
                new Rule(
                        "ServiceSubcategory belongs to its ServiceCategory",
                        row -> is(row, "ServiceCategory", "AI and Machine Learning"),
                        row -> OF_AI.contains(String.valueOf(row.get("ServiceSubcategory")))));
    }

    /** Column SkuPriceId: one and only one SkuId. Column SkuMeter: the same for a SkuId. */
    private static Set<String> skus(Dataset file) {
        Set<String> faults = new HashSet<>();
        Map<String, String> skuOf = new HashMap<>();
        Map<String, String> meterOf = new HashMap<>();
        for (Map<String, @Nullable String> row : file.rows()) {
            String sku = row.get("SkuId");
            String price = row.get("SkuPriceId");
            String meter = row.get("SkuMeter");
            if (sku != null && price != null && differs(skuOf, price, sku)) {
                faults.add("SkuPriceId has one SkuId");
            }
            if (sku != null && meter != null && differs(meterOf, sku, meter)) {
                faults.add("SkuMeter is the same for a SkuId");
            }
        }
        return faults;
    }

    private static boolean differs(Map<String, String> known, String key, String value) {
        String before = known.putIfAbsent(key, value);
        return before != null && !before.equals(value);
    }

    private static Rule together(String column, String other) {
        return new Rule(
                column + " is null exactly like " + other,
                _ -> true,
                row -> (row.get(column) == null) == (row.get(other) == null));
    }

    private static boolean is(Map<String, @Nullable String> row, String column, String value) {
        return value.equals(row.get(column));
    }

    private static boolean decimals(Map<String, @Nullable String> row, String... columns) {
        for (String column : columns) {
            String value = row.get(column);
            if (value == null || !DECIMAL.matcher(value).matches()) {
                return false;
            }
        }
        return true;
    }

    private static BigDecimal decimal(Map<String, @Nullable String> row, String column) {
        return new BigDecimal(String.valueOf(row.get(column)));
    }

    private static boolean moments(Map<String, @Nullable String> row, String... columns) {
        for (String column : columns) {
            String value = row.get(column);
            if (value == null || !moment(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean moment(String text) {
        try {
            return SECOND.matcher(text).matches() && Instant.parse(text) != null;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static ZonedDateTime time(Map<String, @Nullable String> row, String column) {
        return Instant.parse(String.valueOf(row.get(column))).atZone(ZoneOffset.UTC);
    }

    private static boolean currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static boolean flat(String json) {
        try {
            JsonNode tags = JSON.readTree(json);
            return tags.isObject()
                    && tags.valueStream().noneMatch(value -> value.isObject() || value.isArray());
        } catch (JsonProcessingException _) {
            return false;
        }
    }
}
