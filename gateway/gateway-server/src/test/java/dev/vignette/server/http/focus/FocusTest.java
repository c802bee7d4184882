package dev.vignette.server.http.focus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.server.http.InMemoryPages;
import dev.vignette.server.http.TestServer;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The export over HTTP. */
final class FocusTest {
    private static final String PATH = "/v1/costs/focus?version=1.2&month=2026-11";

    private final TestServer server = TestServer.open();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void exportsAMonthAndSaysWhatIsNotInIt() {
        EveryKind.into(server.bean(InMemoryPages.class));

        HttpResponse<String> answer = server.get(PATH);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Unpriced")).contains("1");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains(
                        "attachment; filename=\"focus-1.2-2026-11-01--2026-12-01"
                                + "-without-1-unpriced.csv\"");
        assertThat(answer.body()).isEqualTo(FocusRulesTest.file());
    }

    @Test
    void exportsAnEmptyMonthAsItsColumns() {
        HttpResponse<String> answer = server.get(PATH);

        assertThat(answer.body()).isEqualTo(String.join(",", FocusColumn.ids()) + "\r\n");
        assertThat(answer.headers().firstValue("X-Unpriced")).contains("0");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"focus-1.2-2026-11-01--2026-12-01.csv\"");
    }

    @Test
    void addsUpToTheLedgerInEachCurrency() {
        Map<String, BigDecimal> billed =
                Dataset.read(FocusRulesTest.file()).rows().stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> String.valueOf(row.get("BillingCurrency")),
                                        Collectors.reducing(
                                                BigDecimal.ZERO,
                                                row ->
                                                        new BigDecimal(
                                                                String.valueOf(
                                                                        row.get("BilledCost"))),
                                                BigDecimal::add)));

        assertThat(billed.get("EUR")).isEqualByComparingTo("0.07");
        assertThat(billed.get("USD")).isEqualByComparingTo("49.535451");
    }

    @Test
    void writesWhatAPersonCanCompare() throws Exception {
        Map<String, @Nullable String> row = row("x_ChargeId", "chg_contracted");

        assertThat(row)
                .containsEntry("ChargeCategory", "Usage")
                .containsEntry("ConsumedQuantity", "3")
                .containsEntry("ConsumedUnit", "Images")
                .containsEntry("PricingQuantity", "3")
                .containsEntry("PricingUnit", "Images")
                .containsEntry("ContractedUnitPrice", "0.04")
                .containsEntry("ListUnitPrice", "0.05")
                .containsEntry("BilledCost", "0.12")
                .containsEntry("ListCost", "0.15")
                .containsEntry("SubAccountId", "shop")
                .containsEntry("ResourceId", "gen_1")
                .containsEntry("ResourceType", "Portrait Series")
                .containsEntry("SkuId", "replicate/flux/portrait/portrait_series")
                .containsEntry("SkuPriceId", "replicate/flux/portrait/portrait_series/images")
                .containsEntry("ChargePeriodStart", "2026-11-20T10:00:00Z")
                .containsEntry("x_Certainty", "price_book")
                .containsEntry("x_ProviderId", "'-job")
                .containsEntry("x_Sequence", "2");
        assertThat(new ObjectMapper().readTree(row.get("Tags")).path("formula").asText())
                .isEqualTo("=HYPERLINK(\"x\")");
        assertThat(new ObjectMapper().readTree(row.get("Tags")).path("lines").asText())
                .isEqualTo("one\r\ntwo");
    }

    @Test
    void putsACorrectionToTheMonthOfItsChargeAndTheMoneyToItsOwn() {
        Map<String, @Nullable String> late = row("x_CorrectionId", "cor_late");
        Map<String, @Nullable String> down = row("x_CorrectionId", "cor_down");

        assertThat(late)
                .containsEntry("ChargeClass", "Correction")
                .containsEntry("ChargePeriodStart", "2026-10-31T23:00:00Z")
                .containsEntry("BillingPeriodStart", "2026-11-01T00:00:00Z")
                .containsEntry("x_ChargeId", "chg_late")
                .containsEntry("x_CorrectionReason", "'@invoice, line 7");
        assertThat(down).containsEntry("BilledCost", "-0.01").containsEntry("ChargeClass", null);
        assertThat(down).containsEntry("x_Images", null).containsEntry("ConsumedQuantity", null);
    }

    @Test
    void writesWhatWasSavedBesideAKnownZero() {
        assertThat(row("ResourceId", "gen_known"))
                .containsEntry("BilledCost", "0")
                .containsEntry("ProviderName", "Vignette")
                .containsEntry("x_AvoidedCost", "0.16")
                .containsEntry("BillingCurrency", "EUR");
        assertThat(row("ResourceId", "gen_unknown"))
                .containsEntry("x_AvoidedCost", null)
                .containsEntry("BillingCurrency", "USD");
    }

    @Test
    void leavesOutWhatHasNoKnownAmount() {
        assertThat(Dataset.read(FocusRulesTest.file()).rows())
                .noneMatch(row -> "chg_unpriced".equals(row.get("x_ChargeId")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version=1.0",
                "version=1.2&version=1.2",
                "version=1.2&month=2026-13",
                "version=1.2&month=2026-11&from=2026-11-01",
                "version=1.2&from=yesterday",
                "version=1.2&from=2026-11-02&to=2026-11-02",
                "version=1.2&from=9999-01-01",
                "version=1.2&format=json"
            })
    void refusesWhatCannotBeExported(String query) {
        HttpResponse<String> answer = server.get("/v1/costs/focus?" + query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(TestServer.json(answer).path("errors")).as(answer.body()).hasSize(1);
    }

    @Test
    void namesTheVersionThatIsThere() {
        HttpResponse<String> answer = server.get("/v1/costs/focus?version=1.3");

        assertThat(TestServer.json(answer).at("/errors/0/pointer").asText()).isEqualTo("/version");
        assertThat(TestServer.json(answer).at("/errors/0/detail").asText()).contains("1.2");
    }

    private static Map<String, @Nullable String> row(String column, String value) {
        return Dataset.read(FocusRulesTest.file()).rows().stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow();
    }
}
