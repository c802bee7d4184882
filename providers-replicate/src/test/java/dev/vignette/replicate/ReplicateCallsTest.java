package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.provider.Notice;
import dev.vignette.provider.Submission;
import dev.vignette.provider.WebhookCall;
import dev.vignette.sandbox.Json;
import dev.vignette.tck.Orders;
import dev.vignette.tck.provider.CallReceiver;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of the double that are not as they should be, read by the adapter. */
final class ReplicateCallsTest {
    private final LiveReplicate vendor = new LiveReplicate();
    private final CallReceiver gateway = CallReceiver.start(Clock.systemUTC());
    private final ReplicateProvider adapter = (ReplicateProvider) vendor.adapter(Clock.systemUTC());

    @AfterEach
    void stop() {
        gateway.close();
        vendor.close();
    }

    @Test
    void aCallIsThePredictionAsALookWouldShowIt() {
        submit();

        JsonNode prediction = Json.read(gateway.await(0).body());

        assertThat(prediction.path("status").asText()).isEqualTo("succeeded");
        assertThat(prediction.path("output")).hasSize(2);
        assertThat(prediction.path("webhook").asText()).isEqualTo(gateway.address().toString());
    }

    @Test
    void aCallMayComeBeforeTheOrderIsAnswered() {
        vendor.arm("webhook_before_answer");

        Submission submission = submit();

        assertThat(gateway.count()).isEqualTo(1);
        assertThat(((Submission.Finished) submission).task())
                .isEqualTo(proven(gateway.await(0)).task());
    }

    @Test
    void aCallMayComeTwice() {
        vendor.arm("webhook_twice");

        submit();

        assertThat(proven(gateway.await(0))).isEqualTo(proven(gateway.await(1)));
    }

    @Test
    void anEarlierStateMayComeLater() {
        vendor.arm("webhook_out_of_order");

        submit();

        WebhookCall later = gateway.await(1);
        assertThat(Json.read(later.body()).path("status").asText()).isEqualTo("processing");
        assertThat(proven(later).task()).isEqualTo(proven(gateway.await(0)).task());
        assertThat(proven(later).id()).isNotEqualTo(proven(gateway.await(0)).id());
    }

    @Test
    void forgedCallsDoNotMakeUsCallOut() {
        vendor.arm("webhook_bad_signature");
        submit();
        WebhookCall forged = gateway.await(0);
        assertThat(adapter.read(forged)).isInstanceOf(Notice.Refused.class);
        vendor.arm("unauthenticated");

        for (int i = 0; i < 50; i++) {
            assertThat(adapter.read(forged)).isInstanceOf(Notice.Refused.class);
        }

        assertThat(vendor.isArmed("unauthenticated")).as("nobody has called").isTrue();
    }

    private Submission submit() {
        return adapter.submit(Orders.valid().callback(gateway.address()).order());
    }

    private Notice.Proven proven(WebhookCall call) {
        Notice notice = adapter.read(call);
        assertThat(notice).isInstanceOf(Notice.Proven.class);
        return (Notice.Proven) notice;
    }
}
