package dev.vignette.tck.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Notice;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WebhookCall;
import dev.vignette.tck.Orders;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an adapter makes of the calls of its vendor, and of anybody else's. */
public interface WebhookContract {
    /** More bytes than any vendor sends. */
    int HUGE = 20 * 1024 * 1024;

    /** A vendor that has not called anybody yet. */
    LiveVendor vendor();

    /** A valid order whose end is told to that address. */
    default Order order(URI callback) {
        return Orders.valid().callback(callback).order();
    }

    @Test
    default void namesTheJobThatIsOverAlsoWhenItsOrderWasNeverAnswered() {
        try (LiveVendor vendor = vendor();
                CallReceiver receiver = CallReceiver.start(Clock.systemUTC())) {
            ImageProvider adapter = vendor.adapter(Clock.systemUTC());
            vendor.cutNextAnswer();
            adapter.submit(order(receiver.address()));

            Notice notice = ((SendsWebhooks) adapter).read(receiver.await(0));

            TaskHandle task = Read.of(notice).task().orElseThrow();
            assertThat(adapter.check(task)).isInstanceOf(Progress.Finished.class);
            assertThat(vendor.accepted()).isEqualTo(1);
        }
    }

    @Test
    default void knowsARepetitionFromAnotherCall() {
        try (LiveVendor vendor = vendor();
                CallReceiver receiver = CallReceiver.start(Clock.systemUTC())) {
            ImageProvider adapter = vendor.adapter(Clock.systemUTC());
            SendsWebhooks calls = (SendsWebhooks) vendor.adapter(Clock.systemUTC());
            adapter.submit(order(receiver.address()));
            WebhookCall first = receiver.await(0);
            adapter.submit(order(receiver.address()));
            WebhookCall second = receiver.await(1);

            String id = Read.of(calls.read(first)).id();

            assertThat(Read.of(calls.read(first)).id()).isEqualTo(id).isNotBlank();
            assertThat(Read.of(calls.read(second)).id()).isNotEqualTo(id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "[]", "\"text\"", "\u0000", "null"})
    default void refusesGarbage(String body) {
        try (LiveVendor vendor = vendor()) {
            SendsWebhooks calls = (SendsWebhooks) vendor.adapter(Clock.systemUTC());

            Notice notice = calls.read(call(Map.of(), body.getBytes(UTF_8)));

            assertThat(notice)
                    .isInstanceOfSatisfying(
                            Notice.Refused.class,
                            refused -> assertThat(refused.why()).isNotBlank());
        }
    }

    @Test
    default void refusesWhatIsTooLarge() {
        try (LiveVendor vendor = vendor()) {
            SendsWebhooks calls = (SendsWebhooks) vendor.adapter(Clock.systemUTC());

            Notice notice = calls.read(call(Map.of(), new byte[HUGE]));

            assertThat(notice).isInstanceOf(Notice.Refused.class);
        }
    }

    @Test
    default void saysNothingThatMustNotBeTold() {
        try (LiveVendor vendor = vendor();
                CallReceiver receiver = CallReceiver.start(Clock.systemUTC());
                CapturedLog log = CapturedLog.capture()) {
            ImageProvider adapter = vendor.adapter(Clock.systemUTC());
            adapter.submit(order(receiver.address()));
            WebhookCall call = receiver.await(0);

            String said = call + " " + ((SendsWebhooks) adapter).read(call) + " " + log.text();

            assertThat(said).doesNotContain(vendor.credential(), "whsec_", "a.mac");
        }
    }

    /** A call that came in just now. */
    static WebhookCall call(Map<String, String> headers, byte[] body) {
        return new WebhookCall(headers, body, Instant.now());
    }

    /**
     * What was read of a call that was not refused.
     *
     * @param id the call's id
     * @param named the job it names; {@code null} when it names none
     */
    record Read(String id, @Nullable TaskHandle named) {

        static Read of(Notice notice) {
            return switch (notice) {
                case Notice.Proven(String id, TaskHandle task) -> new Read(id, task);
                case Notice.Hint(String id, TaskHandle task) -> new Read(id, task);
                case Notice.Refused _, Notice.NotNow _ ->
                        throw new AssertionError("expected the call to be read, got " + notice);
            };
        }

        Optional<TaskHandle> task() {
            return Optional.ofNullable(named);
        }
    }
}
