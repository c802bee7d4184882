package dev.vignette.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbacksTest {
    private final Faults faults = new Faults(List.of(CallbackFault.values()));
    private final Pace pace = new Pace(SandboxSettings.forTests(Clock.systemUTC()));
    private final Callbacks callbacks = new Callbacks(faults, pace);
    private final SandboxServer gateway = SandboxServer.start();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean(true);

    @BeforeEach
    void listen() {
        gateway.route("POST", "/hooks/{token}", this::receive);
        pace.change(pace("{\"webhook_retry_millis\": 5, \"webhook_delay_millis\": 200}"));
    }

    @AfterEach
    void stop() {
        callbacks.close();
        gateway.close();
    }

    @Test
    void tellsWhenTheJobIsOverAndNotBefore() {
        over.set(false);
        callbacks.expect(callback(true));
        assertThat(callbacks.waiting()).isEqualTo(1);

        over.set(true);

        awaitThat(() -> callbacks.told().size() == 1);
        assertThat(received).containsExactly("a yes {\"id\":\"j-1\"}");
        assertThat(callbacks.waiting()).isZero();
    }

    @Test
    void repeatsUntilItIsHeard() {
        refusals.set(3);

        callbacks.expect(callback(true));

        awaitThat(() -> callbacks.told().size() == 1);
        assertThat(callbacks.told()).containsExactly(new Callbacks.Told("j-1", 4, 204));
    }

    @Test
    void givesUpAfterSevenTries() {
        refusals.set(100);

        callbacks.expect(callback(true));

        awaitThat(() -> callbacks.told().size() == 1);
        assertThat(callbacks.told()).containsExactly(new Callbacks.Told("j-1", 7, 503));
    }

    @Test
    void makesItsBestEffortOnce() {
        refusals.set(1);

        callbacks.expect(callback(false));

        awaitThat(() -> callbacks.told().size() == 1);
        assertThat(callbacks.told()).containsExactly(new Callbacks.Told("j-1", 1, 503));
    }

    @Test
    void tellsTwice() {
        faults.arm(CallbackFault.WEBHOOK_TWICE, 1);

        callbacks.expect(callback(true));

        awaitThat(() -> callbacks.told().size() == 2);
        assertThat(received).hasSize(2);
    }

    @Test
    void tellsLate() {
        faults.arm(CallbackFault.WEBHOOK_LATE, 1);
        long start = System.nanoTime();

        callbacks.expect(callback(true));

        awaitThat(() -> received.size() == 1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(pace.webhookDelay());
    }

    @Test
    void tellsNobody() {
        faults.arm(CallbackFault.WEBHOOK_MISSING, 1);

        callbacks.expect(callback(true));
        awaitThat(() -> faults.armed().isEmpty());
        callbacks.expect(callback(true));

        awaitThat(() -> callbacks.told().size() == 1);
        assertThat(received).hasSize(1);
    }

    @Test
    void tellsBeforeTheOrderIsAnswered() {
        faults.arm(CallbackFault.WEBHOOK_BEFORE_ANSWER, 1);

        callbacks.expect(callback(true));

        assertThat(received).hasSize(1);
    }

    @Test
    void callsNobodyElsewhere() {
        URI elsewhere = URI.create("https://192.0.2.1/hooks/a");

        callbacks.expect(callback(elsewhere, false));

        awaitThat(() -> callbacks.told().size() == 1);
        assertThat(callbacks.told()).containsExactly(new Callbacks.Told("j-1", 1, 0));
    }

    private Reply receive(Request request) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Reply.html(503, "Try again");
        }
        received.add(
                "%s %s %s"
                        .formatted(
                                request.variable("token"),
                                request.header("x-signed").orElse("no"),
                                new String(request.body().array(), UTF_8)));
        return Reply.empty(204);
    }

    private Callback callback(boolean repeated) {
        return callback(URI.create(gateway.origin() + "/hooks/a"), repeated);
    }

    private Callback callback(URI address, boolean repeated) {
        Bytes body = Bytes.of("{\"id\":\"j-1\"}");
        Callback.Call call = new Callback.Call(address, Map.of("x-signed", "yes"), body);
        return new Callback("j-1", address, over::get, () -> List.of(call), repeated);
    }

    private static Request pace(String json) {
        return new Request(
                "PUT", URI.create("/control/pace"), Map.of(), new Headers(), Bytes.of(json));
    }

    private static void awaitThat(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
