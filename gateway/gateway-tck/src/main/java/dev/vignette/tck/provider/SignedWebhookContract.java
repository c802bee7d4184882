package dev.vignette.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Notice;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.provider.WebhookCall;
import dev.vignette.tck.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an adapter makes of signatures. */
public interface SignedWebhookContract extends WebhookContract {

    @Override
    SigningVendor vendor();

    @Test
    default void aCallOfTheVendorIsProven() {
        try (SigningVendor vendor = vendor();
                CallReceiver receiver = CallReceiver.start(Clock.systemUTC())) {
            WebhookCall call = called(vendor, receiver, 0);

            assertThat(fresh(vendor).read(call)).isInstanceOf(Notice.Proven.class);
        }
    }

    @Test
    default void aCallThatWasChangedIsRefused() {
        try (SigningVendor vendor = vendor();
                CallReceiver receiver = CallReceiver.start(Clock.systemUTC())) {
            WebhookCall call = called(vendor, receiver, 0);
            byte[] body = call.body().clone();
            body[body.length / 2] ^= 1;

            WebhookCall changed = new WebhookCall(call.headers(), body, call.receivedAt());

            assertThat(fresh(vendor).read(changed)).isInstanceOf(Notice.Refused.class);
        }
    }

    @Test
    default void aCallWithoutAnyOneOfItsHeadersIsRefused() {
        try (SigningVendor vendor = vendor();
                CallReceiver receiver = CallReceiver.start(Clock.systemUTC())) {
            WebhookCall call = called(vendor, receiver, 0);
            SendsWebhooks calls = fresh(vendor);

            for (String name : call.headers().keySet()) {
                Map<String, String> headers = new HashMap<>(call.headers());
                headers.remove(name);
                Notice notice =
                        calls.read(new WebhookCall(headers, call.body(), call.receivedAt()));
                boolean needed = name.startsWith("webhook-");
                assertThat(notice)
                        .as(name)
                        .isInstanceOf(needed ? Notice.Refused.class : Notice.Proven.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"PT4M50S, true", "-PT4M50S, true", "PT5M10S, false", "-PT5M10S, false"})
    default void aCallIsGoodForFiveMinutesBothWays(Duration later, boolean good) {
        try (SigningVendor vendor = vendor();
                CallReceiver receiver = CallReceiver.start(Clock.systemUTC())) {
            WebhookCall call = called(vendor, receiver, 0);
            Instant received = call.receivedAt().plus(later);

            Notice notice =
                    fresh(vendor).read(new WebhookCall(call.headers(), call.body(), received));

            assertThat(notice).isInstanceOf(good ? Notice.Proven.class : Notice.Refused.class);
        }
    }

    @Test
    default void aCallSignedWithAnotherSecretIsRefused() {
        try (SigningVendor vendor = vendor();
                CallReceiver receiver = CallReceiver.start(Clock.systemUTC())) {
            vendor.forgeNextCall();

            WebhookCall call = called(vendor, receiver, 0);

            assertThat(fresh(vendor).read(call)).isInstanceOf(Notice.Refused.class);
        }
    }

    @Test
    default void bothSecretsAreGoodForADayAfterAReplacement() {
        try (SigningVendor vendor = vendor();
                CallReceiver receiver = CallReceiver.start(Clock.systemUTC())) {
            SettableClock clock = SettableClock.at(Instant.now());
            SendsWebhooks calls = (SendsWebhooks) vendor.adapter(clock);
            WebhookCall before = called(vendor, receiver, 0);
            assertThat(calls.read(before)).isInstanceOf(Notice.Proven.class);

            vendor.replaceSecret();
            WebhookCall after = called(vendor, receiver, 1);
            clock.advance(Duration.ofMinutes(2));

            assertThat(calls.read(after)).isInstanceOf(Notice.Proven.class);
            assertThat(calls.read(before)).isInstanceOf(Notice.Proven.class);
            clock.advance(Duration.ofHours(30));
            assertThat(calls.read(before)).isInstanceOf(Notice.Refused.class);
            assertThat(calls.read(after)).isInstanceOf(Notice.Proven.class);
        }
    }

    @Test
    default void aCallThatCannotBeCheckedNowIsToBeRepeated() {
        try (SigningVendor vendor = vendor();
                CallReceiver receiver = CallReceiver.start(Clock.systemUTC())) {
            WebhookCall call = called(vendor, receiver, 0);

            Notice notice = vendor.unreachable(Clock.systemUTC()).read(call);

            assertThat(notice)
                    .isInstanceOfSatisfying(
                            Notice.NotNow.class, later -> assertThat(later.why()).isNotBlank());
        }
    }

    private WebhookCall called(SigningVendor vendor, CallReceiver receiver, int number) {
        ImageProvider adapter = vendor.adapter(Clock.systemUTC());
        adapter.submit(order(receiver.address()));
        return receiver.await(number);
    }

    private static SendsWebhooks fresh(SigningVendor vendor) {
        return (SendsWebhooks) vendor.adapter(Clock.systemUTC());
    }
}
