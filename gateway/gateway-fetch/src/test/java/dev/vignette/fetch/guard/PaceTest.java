package dev.vignette.fetch.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.fetch.Fetched;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PaceTest {
    private static final Duration SPAN = Duration.ofMillis(300);

    private final HttpGuardedFetch fetch =
            new HttpGuardedFetch(NameResolver::system, Certificates.ofJava(), SPAN);

    @AfterEach
    void close() {
        fetch.close();
    }

    @Test
    void breaksOffWhatIsTooSlowAndKeepsWhatCame() throws IOException {
        var landing = PartLanding.wanting(1_000_000);
        try (var server = RawServer.answering(PaceTest::trickle)) {
            var outcome = fetch.fetch(server.address(), Rules.loopback(), landing);

            assertThat(outcome).isInstanceOf(Fetched.Broken.class);
            assertThat(landing.paces()).hasSize(1);
            assertThat(landing.reached()).isPresent();
        }
    }

    @Test
    void breaksOffWhatIsSilent() throws IOException {
        var landing = PartLanding.wanting(1);
        try (var server = RawServer.answering((_, output) -> silence(output))) {
            var outcome = fetch.fetch(server.address(), Rules.loopback(), landing);

            assertThat(outcome).isInstanceOf(Fetched.Broken.class);
            assertThat(landing.paces()).containsExactly(0L);
        }
    }

    @Test
    void letsASlowDownloadGoOnThatIsWanted() throws IOException {
        var landing = PartLanding.wanting(0);
        try (var server = RawServer.answering(PaceTest::trickle)) {
            var outcome =
                    fetch.fetch(server.address(), Rules.within(SPAN.multipliedBy(4)), landing);

            assertThat(outcome).isEqualTo(new Fetched.Broken("It took longer than allowed."));
            assertThat(landing.paces()).hasSizeGreaterThan(3);
        }
    }

    private static void trickle(String request, OutputStream output) throws IOException {
        var head = "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 7000\r\n\r\n";
        output.write(head.getBytes(StandardCharsets.ISO_8859_1));
        while (true) {
            output.write('x');
            output.flush();
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static void silence(OutputStream output) throws IOException {
        LockSupport.parkNanos(SPAN.multipliedBy(20).toNanos());
        output.flush();
    }
}
