package dev.vignette.fetch.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.Fetched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class EncryptedFetchTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\npicture";

    private static SSLContext tls;

    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

    @BeforeAll
    static void makeCertificate(@TempDir Path folder)
            throws IOException, GeneralSecurityException, InterruptedException {
        tls = Certificates.selfSigned(folder, "portraits.example");
    }

    @Test
    void fetchesFromTheCheckedAddressUnderTheNameOfTheCertificate() throws IOException {
        try (var server = server(OK);
                var fetch = new HttpGuardedFetch(EncryptedFetchTest::loopback, tls)) {
            assertThat(fetch.fetch(to("portraits.example", server), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.Complete(7));
        }
    }

    @Test
    void refusesACertificateForAnotherName() throws IOException {
        try (var server = server(OK);
                var fetch = new HttpGuardedFetch(EncryptedFetchTest::loopback, tls)) {
            assertThat(fetch.fetch(to("other.example", server), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.Broken("The encrypted connection could not be made."));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() throws IOException {
        try (var server = server(OK);
                var fetch =
                        new HttpGuardedFetch(EncryptedFetchTest::loopback, Certificates.ofJava())) {
            assertThat(fetch.fetch(to("portraits.example", server), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.Broken("The encrypted connection could not be made."));
        }
    }

    @Test
    void refusesARedirectFromHttpsToHttp() throws IOException {
        var location = "Location: http://public.example/\r\n";
        try (var server = server("HTTP/1.1 302 Found\r\n" + location + "\r\n");
                var fetch = new HttpGuardedFetch(EncryptedFetchTest::partlyPublic, tls)) {
            var origin = to("portraits.example", server);
            var rules =
                    new FetchRules(
                            List.of(),
                            Set.of(origin),
                            true,
                            false,
                            3,
                            1_000,
                            Duration.ofSeconds(20));

            assertThat(fetch.fetch(origin, rules, sink))
                    .isEqualTo(new Fetched.Forbidden("the redirect leads from https to http"));
        }
    }

    private static RawServer server(String answer) throws IOException {
        var bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
        return RawServer.on(tls.getServerSocketFactory(), (_, output) -> output.write(bytes));
    }

    private static URI to(String host, RawServer server) {
        return URI.create("https://" + host + ":" + server.port() + "/");
    }

    private static List<InetAddress> loopback(String name) {
        return List.of(InetAddress.ofLiteral("127.0.0.1"));
    }

    private static List<InetAddress> partlyPublic(String name) {
        var address = name.equals("public.example") ? "1.1.1.1" : "127.0.0.1";
        return List.of(InetAddress.ofLiteral(address));
    }
}
