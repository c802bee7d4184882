package dev.vignette.server.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Request;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One process is killed with work in every state; another goes on with what it left. */
@TestInstance(Lifecycle.PER_CLASS)
class CrashIT {
    private Gateway gateway;
    private Vendor replicate;
    private Map<String, Object> finishedRequest;
    private String finished;
    private Work polled;
    private Work copied;
    private Work onItsWay;

    /** A generation under way and its one order. */
    private record Work(String id, Request order) {}

    @BeforeAll
    void killItInTheMiddle(@TempDir Path directory) throws Exception {
        gateway = Gateway.start(directory, Map.of());
        replicate = gateway.replicate();
        finishedRequest = Gateway.series();
        finished = Gateway.read(withKey()).path("id").asText();
        assertThat(gateway.generation(finished).path("status").asText()).isEqualTo("succeeded");

        replicate.nextLink(Twist.oneByteASecond());
        copied = begin(Gateway.series());
        gateway.program().await("no download", () -> replicate.downloads() == 2);

        replicate.pictureTakes(8_000);
        polled = begin(Gateway.series());
        gateway.program().await("not accepted", () -> state(polled.id()).equals("accepted"));

        replicate.nextOrder(Twist.silence(Duration.ofMinutes(1)));
        onItsWay = begin(Gateway.series());
        gateway.program().kill();
        gateway.restart();
    }

    @AfterAll
    void close() {
        gateway.close();
    }

    @Test
    void whatWasPolledIsFinishedAndPaidOnce() throws Exception {
        assertFinishedAndPaidOnce(polled);
    }

    @Test
    void whatWasCopiedIsFinishedAndPaidOnce() throws Exception {
        assertFinishedAndPaidOnce(copied);
    }

    @Test
    void anOrderOnItsWayIsFoundAgainAndNeverSentAgain() throws Exception {
        assertFinishedAndPaidOnce(onItsWay);
    }

    @Test
    void theVendorBilledEachOrderOnce() {
        gateway.ended(polled.id());
        gateway.ended(onItsWay.id());

        assertThat(replicate.orders()).hasSize(4);
        assertThat(replicate.taken()).hasSize(4);
    }

    @Test
    void theCacheIsKept() throws Exception {
        JsonNode again = gateway.make(finishedRequest);

        assertThat(again.path("cache").path("hit").asBoolean()).as(again.toString()).isTrue();
        assertThat(again.path("cache").path("source_id").asText()).isEqualTo(finished);
        assertThat(again.path("cost").path("amount").asText()).isEqualTo("0.00");
    }

    @Test
    void idempotencyKeysAreKept() throws Exception {
        HttpResponse<String> again = withKey();

        assertThat(Gateway.read(again).path("id").asText()).isEqualTo(finished);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    }

    private HttpResponse<String> withKey() throws Exception {
        return gateway.send(
                gateway.asking(
                        Gateway.written(finishedRequest),
                        "Prefer",
                        "wait=50",
                        "Idempotency-Key",
                        "once"));
    }

    private Work begin(Map<String, Object> members) throws Exception {
        int before = replicate.orders().size();
        String id = gateway.begin(members);
        gateway.program().await("no order", () -> replicate.orders().size() > before);
        return new Work(id, replicate.orders().getLast());
    }

    private String state(String id) {
        return gateway.generation(id).path("attempts").path(0).path("state").asText();
    }

    private void assertFinishedAndPaidOnce(Work work) throws Exception {
        JsonNode made = gateway.ended(work.id());

        assertThat(made.path("status").asText()).as(made.toString()).isEqualTo("succeeded");
        assertThat(gateway.download(made.path("images").get(0).path("url").asText()))
                .hasSize(made.path("images").get(0).path("bytes").asInt());
        assertThat(made.path("attempts")).hasSize(1);
        assertThat(made.path("cost").path("amount").asText()).isEqualTo("0.04");
        assertThat(gateway.charges(work.id())).hasSize(1);
        assertThat(replicate.timesSent(work.order())).isEqualTo(1);
    }
}
