package dev.vignette.server.http.focus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.server.http.InMemoryPages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The file of every kind of line keeps every rule, and every rule can be broken. */
final class FocusRulesTest {
    private static final Dataset FILE = Dataset.read(file());

    static String file() {
        InMemoryPages pages = new InMemoryPages();
        EveryKind.into(pages);
        return new FocusFile(pages, EveryKind.USD, true)
                .of(
                        pages.extent(
                                Instant.parse("2026-11-01T00:00:00Z"),
                                Instant.parse("2026-12-01T00:00:00Z")))
                .collect(Collectors.joining());
    }

    @Test
    void keepsEveryRuleOfTheSpecification() {
        assertThat(FILE.columns()).containsAll(FocusRules.MANDATORY);
        assertThat(FILE.rows()).hasSize(16);
        assertThat(FocusRules.check(FILE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void noticesWhatIsBroken(Broken broken) {
        assertThat(FocusRules.check(broken.file())).extracting(Fault::rule).contains(broken.rule());
    }

    @Test
    void canBreakEveryRule() {
        Set<String> tried =
                broken().map(Broken::rule).collect(Collectors.toCollection(TreeSet::new));

        assertThat(FocusRules.all()).extracting(Rule::name).allMatch(tried::contains);
    }

    /** A file with one thing wrong, and the rule that must notice. */
    record Broken(String rule, Dataset file) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Broken> broken() {
        List<Broken> all = new ArrayList<>();
        for (Rule rule : FocusRules.all()) {
            all.addAll(byName(rule.name()));
        }
        all.addAll(crossed());
        FocusRules.MANDATORY.forEach(
                column -> all.add(new Broken(column + " is present", without(column))));
        all.add(new Broken("columns are there once", renamed("Tags", "SkuId")));
        all.add(new Broken("custom columns come last", renamed("x_Certainty", "RegionId")));
        all.add(
                new Broken(
                        "names are in Pascal case, custom ones with x_",
                        renamed("x_Attempt", "attempt")));
        all.add(new Broken("SkuMeter is present with SkuId", without("SkuMeter")));
        all.add(changed("SkuPriceId has one SkuId", "chg_failed", "SkuId", "replicate/other"));
        all.add(changed("SkuMeter is the same for a SkuId", "chg_failed", "SkuMeter", "Calls"));
        return all.stream();
    }

    /** What breaks the rules that are about one column and say so in their names. */
    private static List<Broken> byName(String rule) {
        String column = rule.substring(0, rule.indexOf(' '));
        if (rule.equals(column + " is not null")
                || rule.endsWith("it is used or bought")
                || rule.equals("ConsumedQuantity is not null when it is used")) {
            return List.of(changed(rule, "chg_succeeded", column, null));
        }
        if (rule.endsWith("is a decimal")) {
            return Stream.of("1,5", "$1", "1e3", "+1", "1/2", "1 USD")
                    .map(value -> changed(rule, "chg_succeeded", column, value))
                    .toList();
        }
        if (rule.endsWith("is a moment in UTC")) {
            return Stream.of(
                            "2026-11-20",
                            "2026-11-20T10:00:00+01:00",
                            "2026-11-20T10:00:00.123Z",
                            "2026-13-20T10:00:00Z")
                    .map(value -> changed(rule, "chg_succeeded", column, value))
                    .toList();
        }
        if (rule.endsWith("is an allowed value")) {
            return List.of(changed(rule, "cor_late", column, "Nonsense"));
        }
        if (rule.endsWith("when it is a tax")) {
            return List.of(changed(rule, "chg_succeeded", "ChargeCategory", "Tax"));
        }
        return List.of();
    }

    private static List<Broken> crossed() {
        return List.of(
                changed(
                        "BillingPeriod is a month",
                        "chg_failed",
                        "BillingPeriodStart",
                        "2026-11-02T00:00:00Z"),
                changed(
                        "BillingPeriod is a month",
                        "chg_failed",
                        "BillingPeriodEnd",
                        "2026-11-30T00:00:00Z"),
                changed(
                        "ChargePeriodStart is before ChargePeriodEnd",
                        "chg_failed",
                        "ChargePeriodEnd",
                        "2026-11-20T10:00:00Z"),
                changed("ChargePeriod lies in the BillingPeriod", "cor_late", "ChargeClass", null),
                changed(
                        "ChargeClass corrects a billing period before",
                        "cor_down",
                        "ChargeClass",
                        "Correction"),
                changed(
                        "ConsumedQuantity is null when it is not used",
                        "chg_succeeded",
                        "ChargeCategory",
                        "Adjustment"),
                changed(
                        "ChargeFrequency is not Usage-Based when it is bought",
                        "chg_fee",
                        "ChargeFrequency",
                        "Usage-Based"),
                changed(
                        "ConsumedQuantity is null exactly like ConsumedUnit",
                        "chg_failed",
                        "ConsumedUnit",
                        null),
                changed(
                        "PricingQuantity is null exactly like PricingUnit",
                        "chg_failed",
                        "PricingUnit",
                        null),
                changed(
                        "ContractedUnitPrice is not negative",
                        "chg_seconds",
                        "ContractedUnitPrice",
                        "-1"),
                changed("ListUnitPrice is not negative", "chg_seconds", "ListUnitPrice", "-1"),
                changed(
                        "ContractedUnitPrice times PricingQuantity is ContractedCost",
                        "chg_seconds",
                        "ContractedCost",
                        "0.008951"),
                changed(
                        "ListUnitPrice times PricingQuantity is ListCost",
                        "chg_contracted",
                        "ListCost",
                        "0.12"),
                changed(
                        "ContractedCost is BilledCost without a unit price",
                        "cor_up",
                        "ContractedCost",
                        "0"),
                changed("ListCost is BilledCost without a unit price", "cor_up", "ListCost", "0"),
                changed(
                        "EffectiveCost is BilledCost when it is neither used nor bought",
                        "cor_late",
                        "EffectiveCost",
                        "0"),
                changed(
                        "BillingCurrency is a currency of ISO 4217",
                        "chg_failed",
                        "BillingCurrency",
                        "Dollar"),
                changed("PricingUnit is a unit", "chg_failed", "PricingUnit", "image"),
                changed("ConsumedUnit is a unit", "chg_failed", "ConsumedUnit", "images"),
                changed("Tags is a flat JSON object", "chg_failed", "Tags", "{\"a\":{}}"),
                changed("Tags is a flat JSON object", "chg_failed", "Tags", "{\"a\":1,\"a\":2}"),
                changed("Tags is a flat JSON object", "chg_failed", "Tags", "a=b"),
                changed(
                        "ResourceType is not null when there is a resource",
                        "chg_failed",
                        "ResourceType",
                        null),
                changed(
                        "ResourceType is null when there is no resource",
                        "chg_failed",
                        "ResourceId",
                        null),
                changed(
                        "ResourceName is not the ResourceId",
                        "chg_failed",
                        "ResourceName",
                        "gen_1"),
                changed(
                        "SubAccountName is null when there is no sub account",
                        "chg_failed",
                        "SubAccountId",
                        null),
                changed("SkuMeter is null when there is no SKU", "chg_failed", "SkuId", null),
                changed(
                        "ServiceSubcategory belongs to its ServiceCategory",
                        "chg_failed",
                        "ServiceSubcategory",
                        "Containers"));
    }

    /** With another value in the row of that charge or correction. */
    private static Broken changed(String rule, String line, String column, @Nullable String value) {
        String by = line.startsWith("cor_") ? "x_CorrectionId" : "x_ChargeId";
        return new Broken(rule, FILE.with(by, line, column, value));
    }

    private static Dataset renamed(String column, String name) {
        return FILE.under(
                FILE.columns().stream().map(one -> one.equals(column) ? name : one).toList());
    }

    private static Dataset without(String column) {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (Map<String, @Nullable String> row : FILE.rows()) {
            Map<String, @Nullable String> copy = new LinkedHashMap<>(row);
            copy.remove(column);
            rows.add(copy);
        }
        return new Dataset(
                FILE.columns().stream().filter(one -> !one.equals(column)).toList(), rows);
    }
}
