package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Lets a vendor of a gateway refuse orders, and says what has to become of them. */
record Refusal(Gateway gateway, String provider) {
    static final String REPLICATE = "replicate";
    static final String MODELSLAB = "modelslab";

    /** The vendor behind that provider. */
    Vendor vendor() {
        return provider.equals(REPLICATE) ? gateway.replicate() : gateway.modelslab();
    }

    /** Nobody else may serve, and this vendor refuses: exactly one order is seen. */
    JsonNode endsIt(Twist answer) throws Exception {
        int before = vendor().orders().size();
        int taken = vendor().taken().size();
        vendor().nextOrder(answer);

        JsonNode generation = gateway.make(Gateway.series("providers", List.of(provider)));

        assertThat(vendor().orders()).hasSize(before + 1);
        assertThat(vendor().taken()).hasSize(taken);
        return generation;
    }

    /** The order is refused like this at first, and taken and paid when it comes again. */
    void isOvercome(Twist answer) throws Exception {
        int before = vendor().orders().size();
        int taken = vendor().taken().size();
        vendor().nextOrder(answer);

        JsonNode made = gateway.make(Gateway.series("providers", List.of(provider)));

        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        assertThat(made.path("attempts")).hasSize(2);
        assertThat(made.path("cost").path("amount").asText())
                .isEqualTo(provider.equals(REPLICATE) ? "0.04" : "0.012");
        assertThat(gateway.charges(made.path("id").asText()))
                .filteredOn(line -> !line.contains("\"amount\":\"0.00\""))
                .hasSize(1);
        assertThat(vendor().orders()).hasSize(before + 2);
        assertThat(vendor().taken()).hasSize(taken + 1);
    }

    /** It failed like this with one order, and nobody has to pay. */
    static void assertUnpaid(JsonNode failed, String code) {
        assertThat(failed.path("status").asText()).as(failed.toString()).isEqualTo("failed");
        assertThat(failed.path("error").path("code").asText()).isEqualTo(code);
        assertThat(failed.path("error").path("charged").asBoolean()).isFalse();
        assertThat(failed.path("attempts")).hasSize(1);
        assertThat(failed.path("cost").path("amount").asText()).isEqualTo("0.00");
    }
}
