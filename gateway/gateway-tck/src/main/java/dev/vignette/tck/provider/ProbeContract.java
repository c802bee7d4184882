package dev.vignette.tck.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Probe;
import dev.vignette.provider.Probes;
import dev.vignette.tck.SettableClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A probe says whether the vendor answers, and never costs or orders anything. */
public interface ProbeContract extends VendorUnderTest {

    /** A vendor that has taken nothing yet. */
    ProbedVendor vendor();

    @Test
    default void aProbeFindsTheVendorAndOrdersNothing() {
        try (ProbedVendor vendor = vendor()) {
            Probes probes = (Probes) vendor.adapter(Clock.systemUTC());

            Probe first = probes.probe();
            Probe second = probes.probe();

            assertThat(first).isInstanceOf(Probe.Reachable.class);
            assertThat(second).isInstanceOf(Probe.Reachable.class);
            assertThat(vendor.accepted()).isZero();
        }
    }

    @Test
    default void aProbeTellsThatTheCredentialIsRefused() {
        try (ProbedVendor vendor = vendor()) {
            Probe probe = ((Probes) vendor.stranger(Clock.systemUTC())).probe();

            assertUnreachable(probe, FailureKind.CREDENTIALS);
            assertThat(vendor.accepted()).isZero();
        }
    }

    @Test
    default void aProbeTellsThatTheServerIsDown() {
        assertUnreachable(serverError().withBody("<html>down</html>"), FailureKind.UNAVAILABLE);
    }

    @Test
    default void aProbeTellsThatTheAccountIsThrottled() {
        assertUnreachable(aResponse().withStatus(429).withBody("{}"), FailureKind.THROTTLED);
    }

    @Test
    default void aPageOfHtmlIsNoVendor() {
        assertUnreachable(okForContentType("text/html", "<html/>"), FailureKind.MALFORMED_ANSWER);
    }

    @Test
    default void aProbeWhoseLineBreaksFindsNobody() {
        assertUnreachable(
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), FailureKind.UNAVAILABLE);
    }

    @Test
    default void aProbeDoesNotWaitForever() {
        ResponseDefinitionBuilder late =
                serverError().withFixedDelay(Math.toIntExact(Duration.ofSeconds(3).toMillis()));

        assertUnreachable(late, Replay::impatientAdapter, FailureKind.UNAVAILABLE);
    }

    @Test
    default void aProbeOfNobodyFindsNobody() {
        URI nowhere = URI.create("http://no-such-host.invalid");

        Probe probe = ((Probes) open(nowhere, SettableClock.at(NOW))).probe();

        assertUnreachable(probe, FailureKind.UNAVAILABLE);
    }

    private void assertUnreachable(ResponseDefinitionBuilder answer, FailureKind kind) {
        assertUnreachable(answer, Replay::adapter, kind);
    }

    /** Asks once, is told so, orders nothing and gives no secret away. */
    private void assertUnreachable(
            ResponseDefinitionBuilder answer,
            Function<Replay, ImageProvider> opening,
            FailureKind kind) {
        try (Replay replay = Replay.silent(this);
                CapturedLog log = CapturedLog.capture()) {
            replay.server().stubFor(any(anyUrl()).willReturn(answer));

            Probe probe = ((Probes) opening.apply(replay)).probe();

            assertUnreachable(probe, kind);
            assertThat(replay.requests()).isEqualTo(1);
            assertThat(replay.orders()).isZero();
            assertThat(probe + log.text()).doesNotContain(CREDENTIAL.reveal());
        }
    }

    private static void assertUnreachable(Probe probe, FailureKind kind) {
        assertThat(probe)
                .isInstanceOfSatisfying(
                        Probe.Unreachable.class,
                        unreachable -> {
                            assertThat(unreachable.failure().kind()).isEqualTo(kind);
                            assertThat(unreachable.failure().detail()).isNotBlank();
                        });
    }
}
