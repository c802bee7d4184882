package dev.vignette.fetch.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.fetch.Fetched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class HttpGuardedFetchTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\npicture";

    private final Names names = new Names();
    private final HttpGuardedFetch fetch = new HttpGuardedFetch(names, Certificates.ofJava());
    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        fetch.close();
    }

    @Test
    void fetchesTheBytesAsTheyAre() throws IOException {
        try (var server = RawServer.saying(OK)) {
            var outcome = fetch.fetch(server.address(), Rules.loopback(), sink);

            assertThat(outcome).isEqualTo(new Fetched.Complete(7));
            assertThat(sink).hasToString("picture");
        }
    }

    @Test
    void asksForPlainBytesAndSendsNothingAboutAnybody() throws IOException {
        try (var server = RawServer.saying(OK)) {
            fetch.fetch(server.address(), Rules.loopback(), sink);

            assertThat(server.requests().getFirst())
                    .startsWith("GET /picture.png HTTP/1.1\n")
                    .contains("Accept-Encoding: identity\n", "User-Agent: Vignette\n")
                    .doesNotContainIgnoringCase("cookie:")
                    .doesNotContainIgnoringCase("authorization:")
                    .doesNotContainIgnoringCase("referer:");
        }
    }

    @Test
    void takesNoCookieFromOneRequestToTheNext() throws IOException {
        var answer = "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n";
        try (var server = RawServer.saying(answer)) {
            fetch.fetch(server.address(), Rules.loopback(), sink);
            fetch.fetch(server.address(), Rules.loopback(), sink);

            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(r -> assertThat(r).doesNotContainIgnoringCase("cookie:"));
        }
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
        try (var server = RawServer.saying(OK)) {
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
        try (var server = RawServer.saying(OK)) {
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
        try (var server = RawServer.saying(OK)) {
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
        try (var server = RawServer.saying(OK)) {
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
        try (var server = RawServer.saying(OK)) {
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
        try (var trusted = RawServer.saying(OK);
                var neighbour = RawServer.saying(OK)) {
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
        try (var server = RawServer.answering(HttpGuardedFetchTest::countDown)) {
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
        try (var inside = RawServer.saying(OK);
                var outside = RawServer.saying(redirect(location.formatted(inside.port())))) {
            var origin = URI.create("http://127.0.0.1:" + outside.port());

            var outcome = fetch.fetch(outside.address(), Rules.trusting(origin), sink);

            assertThat(outcome).isInstanceOf(Fetched.Forbidden.class);
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void saysWhatTheServerAnsweredWhenItIsNot200() throws IOException {
        try (var server =
                RawServer.saying("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno")) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.Answered(404));
            assertThat(sink.size()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 503})
    void asksOnlyOnceWhateverTheServerAnswers(int status) throws IOException {
        var head = "HTTP/1.1 " + status + " No\r\nRetry-After: 0\r\nContent-Length: 0\r\n";
        try (var server = RawServer.saying(head + "WWW-Authenticate: Basic\r\n\r\n")) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.Answered(status));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void isBrokenWhenTheBodyEndsEarly() throws IOException {
        try (var server =
                RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 70\r\n\r\npicture")) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Broken.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void isBrokenWhenAChunkEndsEarly() throws IOException {
        var answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\npicture\r\n";
        try (var server = RawServer.saying(answer)) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Broken.class);
        }
    }

    @Test
    void isBrokenWhenTheBodyIsCompressedUnasked() throws IOException {
        var head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\n";
        try (var server = RawServer.saying(head + "picture")) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Broken.class);
            assertThat(sink.size()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9\r\n", "HTTP/1.1 200 OK\r\nContent-Le"})
    void isBrokenWhenTheAnswerIsNoHttp(String answer) throws IOException {
        try (var server = RawServer.saying(answer)) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Broken.class);
        }
    }

    @Test
    void isBrokenWhenHeadersNeverEnd() throws IOException {
        try (var server = RawServer.answering(HttpGuardedFetchTest::headersWithoutEnd)) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Broken.class);
        }
    }

    @Test
    void isBrokenWhenTheNameIsUnknown() {
        assertThat(fetch.fetch(URI.create("https://nowhere.example/"), Rules.strict(), sink))
                .isEqualTo(new Fetched.Broken("The host name could not be resolved."));
    }

    @Test
    void isBrokenWhenNobodyListens() throws IOException {
        var server = RawServer.saying(OK);
        server.close();

        assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                .isEqualTo(new Fetched.Broken("No connection could be made."));
    }

    @Test
    void refusesAnAnnouncedBodyThatIsTooLargeWithoutReadingIt() throws IOException {
        try (var server =
                RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1000001\r\n\r\npic")) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.TooLarge());
            assertThat(sink.size()).isZero();
        }
    }

    @Test
    void stopsReadingAnEndlessBodyAtTheLimit() throws IOException {
        try (var server = RawServer.answering(HttpGuardedFetchTest::bodyWithoutEnd)) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.TooLarge());
            assertThat(sink.size()).isLessThanOrEqualTo(1_000_000);
        }
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws IOException {
        var body = "x".repeat(1_000_000);
        try (var server =
                RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + body)) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.Complete(1_000_000));
        }
    }

    @Test
    void givesUpOnABodyThatTricklesPastTheDeadline() throws IOException {
        try (var server = RawServer.answering(HttpGuardedFetchTest::trickle)) {
            var start = Instant.now();

            var outcome = fetch.fetch(server.address(), Rules.within(Duration.ofSeconds(1)), sink);

            assertThat(outcome).isEqualTo(new Fetched.Broken("It took longer than allowed."));
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void givesUpOnASilentServerAtTheDeadline() throws IOException {
        try (var server =
                RawServer.answering((_, output) -> wait(output, Duration.ofSeconds(30)))) {
            assertThat(fetch.fetch(server.address(), Rules.within(Duration.ofMillis(500)), sink))
                    .isEqualTo(new Fetched.Broken("It took longer than allowed."));
        }
    }

    @Test
    void givesUpOnASlowResolverAtTheDeadline() {
        names.delay(Duration.ofSeconds(30));

        var outcome =
                fetch.fetch(
                        URI.create("https://slow.example/"),
                        Rules.within(Duration.ofMillis(300)),
                        sink);

        assertThat(outcome).isEqualTo(new Fetched.Broken("It took longer than allowed."));
    }

    @Test
    void sumsUpTheTimeOfAllRedirects() throws IOException {
        try (var server =
                RawServer.answering((_, output) -> {
                    wait(output, Duration.ofMillis(400));
                    output.write(bytes(redirect("/again")));
                })) {
            var rules = Rules.within(Duration.ofSeconds(1));

            assertThat(fetch.fetch(server.address(), rules, sink))
                    .isEqualTo(new Fetched.Broken("It took longer than allowed."));
        }
    }

    @Test
    void throwsOnWhatTheSinkThrows() throws IOException {
        try (var server = RawServer.saying(OK)) {
            assertThatThrownBy(
                            () -> fetch.fetch(server.address(), Rules.loopback(), new FullDisk()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("no space left");
        }
    }

    @Test
    void fetchesADozenLargeFilesAtOnce() throws Exception {
        var body = new byte[10_000_000];
        try (var server = RawServer.answering((_, output) -> large(output, body));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rules = Rules.large();

            var running =
                    IntStream.range(0, 12)
                            .mapToObj(_ ->
                                    threads.submit(() ->
                                            fetch.fetch(
                                                    server.address(),
                                                    rules,
                                                    OutputStream.nullOutputStream())))
                            .toList();

            for (Future<Fetched> download : running) {
                assertThat(download.get()).isEqualTo(new Fetched.Complete(10_000_000));
            }
        }
    }

    @Test
    void neverRunsOutOfConnectionsWhateverBecameOfEarlierOnes() throws IOException {
        try (var missing = RawServer.saying("HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\nno");
                var endless = RawServer.answering(HttpGuardedFetchTest::bodyWithoutEnd);
                var whole = RawServer.saying(OK)) {
            for (var i = 0; i < 100; i++) {
                fetch.fetch(missing.address(), Rules.loopback(), OutputStream.nullOutputStream());
                fetch.fetch(endless.address(), Rules.loopback(), OutputStream.nullOutputStream());
            }

            assertThat(fetch.fetch(whole.address(), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.Complete(7));
        }
    }

    private static URI to(String host, RawServer server) {
        return URI.create("http://" + host + ":" + server.port() + "/");
    }

    private static Fetched.Forbidden forbidden(String kind) {
        return new Fetched.Forbidden("the host has an address that is " + kind);
    }

    private static String redirect(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@code /3} redirects to {@code /2} and so on; {@code /0} is a picture. */
    private static void countDown(String request, OutputStream output) throws IOException {
        var left = request.charAt("GET /".length()) - '0';
        output.write(bytes(left == 0 ? OK : redirect("/" + (left - 1))));
    }

    private static void headersWithoutEnd(String request, OutputStream output) throws IOException {
        output.write(bytes("HTTP/1.1 200 OK\r\n"));
        while (true) {
            output.write(bytes("X-Header: value\r\n"));
        }
    }

    private static void bodyWithoutEnd(String request, OutputStream output) throws IOException {
        output.write(bytes("HTTP/1.1 200 OK\r\n\r\n"));
        while (true) {
            output.write(new byte[10_000]);
        }
    }

    private static void trickle(String request, OutputStream output) throws IOException {
        output.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 7000\r\n\r\n"));
        while (true) {
            output.write('x');
            output.flush();
            wait(output, Duration.ofMillis(100));
        }
    }

    private static void large(OutputStream output, byte[] body) throws IOException {
        output.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n"));
        output.write(body);
    }

    private static void wait(OutputStream output, Duration time) throws IOException {
        output.flush();
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("no space left");
        }
    }

    /** A name server that knows what it is told, and counts the questions. */
    private static final class Names implements NameResolver {
        private final Map<String, List<InetAddress>> known = new ConcurrentHashMap<>();
        private final Map<String, Integer> questions = new ConcurrentHashMap<>();
        private volatile Duration delay = Duration.ZERO;

        void put(String name, String... addresses) {
            known.put(name, List.of(addresses).stream().map(InetAddress::ofLiteral).toList());
        }

        void delay(Duration time) {
            delay = time;
        }

        int questions(String name) {
            return questions.getOrDefault(name, 0);
        }

        @Override
        public List<InetAddress> resolve(String name) throws UnknownHostException {
            questions.merge(name, 1, Integer::sum);
            try {
                Thread.sleep(delay);
            } catch (InterruptedException _) {
                throw new UnknownHostException("interrupted");
            }
            var addresses = known.get(name);
            if (addresses == null) {
                throw new UnknownHostException(name);
            }
            return addresses;
        }
    }
}
