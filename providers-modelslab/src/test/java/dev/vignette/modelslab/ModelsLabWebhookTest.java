package dev.vignette.modelslab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.Notice;
import dev.vignette.provider.Order;
import dev.vignette.provider.Submission;
import dev.vignette.provider.WebhookCall;
import dev.vignette.tck.Orders;
import dev.vignette.tck.provider.CallReceiver;
import dev.vignette.tck.provider.LiveVendor;
import dev.vignette.tck.provider.WebhookContract;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shared contract on calls of the vendor, over the double, and what is this vendor's own. */
final class ModelsLabWebhookTest implements WebhookContract {

    @Override
    public LiveVendor vendor() {
        return new LiveModelsLab();
    }

    @Override
    public Order order(URI callback) {
        return Orders.validHeadshot().callback(callback).order();
    }

    @Test
    void aCallMayGoToAnAddressNobodyNamed() {
        try (LiveModelsLab vendor = new LiveModelsLab();
                CallReceiver gateway = CallReceiver.start(Clock.systemUTC())) {
            vendor.arm("webhook_wrong_token");

            vendor.adapter(Clock.systemUTC()).submit(order(gateway.address()));

            assertThat(gateway.path(0)).isEqualTo(gateway.address().getPath() + "x");
        }
    }

    @Test
    void nobodyMayBeCalledAndTheLineMayBreak() {
        try (LiveModelsLab vendor = new LiveModelsLab();
                CallReceiver gateway = CallReceiver.start(Clock.systemUTC())) {
            vendor.arm("webhook_missing");
            vendor.cutNextAnswer();

            Submission submission =
                    vendor.adapter(Clock.systemUTC()).submit(order(gateway.address()));

            assertThat(submission).isInstanceOf(Submission.Unknown.class);
            assertThat(vendor.accepted()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"success\",\"id\":33,\"output\":[\"https://x.test/1.png\"]}|33",
                "{\"status\":\"success\",\"id\":\"0b1c-2d\"}|0b1c-2d",
                "{\"status\":\"failed\",\"id\":33,\"message\":\"no\"}|33",
                "{\"id\":33}|33",
                "{\"status\":\"failed\",\"id\":\"\",\"message\":\"Failed, Try Again\"}|",
                "{\"status\":\"success\",\"id\":\"../../v6/clear_queue\"}|",
                "{\"status\":\"success\",\"id\":[33]}|",
                "{}|"
            })
    void takesNothingButTheJobsId(String body, @Nullable String id) {
        WebhookCall call = new WebhookCall(Map.of(), body.getBytes(UTF_8), Instant.EPOCH);

        Notice notice = new CallReading().read(call);

        assertThat(notice)
                .isInstanceOfSatisfying(
                        Notice.Hint.class,
                        hint ->
                                assertThat(hint.task() == null ? null : hint.task().providerId())
                                        .isEqualTo(id));
    }
}
