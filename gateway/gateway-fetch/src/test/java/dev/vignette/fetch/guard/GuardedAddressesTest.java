package dev.vignette.fetch.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.fetch.Fetched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the client goes, and where it does not. */
@Timeout(60)
final class GuardedAddressesTest {
    private final Names names = new Names();
    private final HttpGuardedFetch fetch = new HttpGuardedFetch(names, Certificates.ofJava());
    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        fetch.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::]",
                "0.0.0.0",
                "localhost",
                "localhost.",
                "127.0.0.1.",
                "%31%32%37.0.0.1",
                "①②⑦.⓪.⓪.①",
                "127。0。0。1",
                "169.254.169.254",
                "[fd00:ec2::254]"
            })
    void neverConnectsToLoopbackOrMetadataHoweverItIsSpelt(String host) throws IOException {
        names.put("localhost", "127.0.0.1");
        try (var server = RawServer.saying(Answers.OK)) {
            var address = URI.create("http://" + host + ":" + server.port() + "/");

            assertThat(fetch.fetch(address, Rules.strict(), sink))
                    .isInstanceOf(Fetched.Forbidden.class);
            assertThat(fetch.fetch(URI.create("https://" + host + "/"), Rules.strict(), sink))
                    .isInstanceOf(Fetched.Forbidden.class);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void refusesANameWithOnePrivateAddressAmongPublicOnes() {
        names.put("mixed.example", "1.1.1.1", "10.0.0.7");

        var outcome = fetch.fetch(URI.create("https://mixed.example/"), Rules.strict(), sink);

        assertThat(outcome).isEqualTo(forbidden("private"));
    }

    @Test
    void refusesANameThatTurnsPrivateBetweenTwoFetches() throws IOException {
        try (var server = RawServer.saying(Answers.OK)) {
            var address = URI.create("http://turning.example:" + server.port() + "/");
            names.put("turning.example", "127.0.0.1");
            assertThat(fetch.fetch(address, Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Complete.class);

            names.put("turning.example", "192.168.0.1");

            assertThat(fetch.fetch(address, Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Forbidden.class);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void resolvesANameOnceAndDialsTheAddressItChecked() throws IOException {
        names.put("portraits.example", "127.0.0.1");
        try (var server = RawServer.saying(Answers.OK)) {
            var address = URI.create("http://portraits.example:" + server.port() + "/");

            assertThat(fetch.fetch(address, Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Complete.class);

            assertThat(names.questions("portraits.example")).isEqualTo(1);
            assertThat(server.requests().getFirst())
                    .contains("Host: portraits.example:" + server.port() + "\n");
        }
    }

    @Test
    void triesTheNextAddressWhenTheFirstRefusesTheConnection() throws IOException {
        names.put("two.example", "127.0.0.2", "127.0.0.1");
        try (var server = RawServer.saying(Answers.OK)) {
            var address = URI.create("http://two.example:" + server.port() + "/");

            assertThat(fetch.fetch(address, Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Complete.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://public.example/", "https://public.example:8443/"})
    void refusesPlainHttpAndUnusualPortsWithoutAskingForTheName(String address) {
        names.put("public.example", "1.1.1.1");

        assertThat(fetch.fetch(URI.create(address), Rules.strict(), sink))
                .isInstanceOf(Fetched.Forbidden.class);
        assertThat(names.questions("public.example")).isZero();
    }

    @Test
    void refusesPortsOtherThan80WherePlainHttpIsAllowed() {
        names.put("public.example", "1.1.1.1");
        var address = URI.create("http://public.example:8080/");

        assertThat(fetch.fetch(address, Rules.plainHttp(), sink))
                .isEqualTo(new Fetched.Forbidden("the port is not the usual one"));
    }

    @Test
    void refusesHostsThatAreNotOnTheList() throws IOException {
        names.put("a.delivery.example", "127.0.0.1");
        names.put("delivery.example", "127.0.0.1");
        names.put("evildelivery.example", "127.0.0.1");
        try (var server = RawServer.saying(Answers.OK)) {
            var rules = Rules.hosts(".delivery.example");

            assertThat(fetch.fetch(to("a.delivery.example", server), rules, sink))
                    .isInstanceOf(Fetched.Complete.class);
            assertThat(fetch.fetch(to("delivery.example", server), rules, sink))
                    .isInstanceOf(Fetched.Forbidden.class);
            assertThat(fetch.fetch(to("evildelivery.example", server), rules, sink))
                    .isInstanceOf(Fetched.Forbidden.class);
        }
    }

    @Test
    void fetchesFromATrustedOriginAtAnyAddressButFromNoOtherPortOfIt() throws IOException {
        try (var trusted = RawServer.saying(Answers.OK);
                var neighbour = RawServer.saying(Answers.OK)) {
            var origin = URI.create("http://127.0.0.1:" + trusted.port());

            assertThat(fetch.fetch(trusted.address(), Rules.trusting(origin), sink))
                    .isInstanceOf(Fetched.Complete.class);
            assertThat(fetch.fetch(neighbour.address(), Rules.trusting(origin), sink))
                    .isInstanceOf(Fetched.Forbidden.class);
            assertThat(neighbour.connections()).isZero();
        }
    }

    @Test
    void followsThreeRedirectsAndNoFourth() throws IOException {
        try (var server = RawServer.answering(Answers::countDown)) {
            var base = "http://127.0.0.1:" + server.port();

            assertThat(fetch.fetch(URI.create(base + "/3"), Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Complete.class);
            assertThat(fetch.fetch(URI.create(base + "/4"), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.Answered(302));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/secret",
                "http://localhost:%d/secret",
                "http://[::ffff:127.0.0.1]:%d/secret",
                "http://169.254.169.254/latest/meta-data/",
                "file:///etc/passwd",
                "//127.0.0.1:%d/secret"
            })
    void refusesARedirectToWhereItMayNotGo(String location) throws IOException {
        names.put("localhost", "127.0.0.1");
        try (var inside = RawServer.saying(Answers.OK);
                var outside =
                        RawServer.saying(Answers.redirect(location.formatted(inside.port())))) {
            var origin = URI.create("http://127.0.0.1:" + outside.port());

            var outcome = fetch.fetch(outside.address(), Rules.trusting(origin), sink);

            assertThat(outcome).isInstanceOf(Fetched.Forbidden.class);
            assertThat(inside.connections()).isZero();
        }
    }

    private static URI to(String host, RawServer server) {
        return URI.create("http://" + host + ":" + server.port() + "/");
    }

    private static Fetched.Forbidden forbidden(String kind) {
        return new Fetched.Forbidden("the host has an address that is " + kind);
    }
}
