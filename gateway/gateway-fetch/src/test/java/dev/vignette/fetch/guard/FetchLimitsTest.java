package dev.vignette.fetch.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.fetch.Fetched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much the client takes, and how long. */
@Timeout(60)
final class FetchLimitsTest {
    private final Names names = new Names();
    private final HttpGuardedFetch fetch = new HttpGuardedFetch(names, Certificates.ofJava());
    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        fetch.close();
    }

    @Test
    void refusesAnAnnouncedBodyThatIsTooLargeWithoutReadingIt() throws IOException {
        try (var server =
                RawServer.saying("HTTP/1.1 200 Answers.OK\r\nContent-Length: 1000001\r\n\r\npic")) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.TooLarge());
            assertThat(sink.size()).isZero();
        }
    }

    @Test
    void stopsReadingAnEndlessBodyAtTheLimit() throws IOException {
        try (var server = RawServer.answering(Answers::bodyWithoutEnd)) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.TooLarge());
            assertThat(sink.size()).isLessThanOrEqualTo(1_000_000);
        }
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws IOException {
        var body = "x".repeat(1_000_000);
        try (var server =
                RawServer.saying(
                        "HTTP/1.1 200 Answers.OK\r\nContent-Length: 1000000\r\n\r\n" + body)) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.Complete(1_000_000));
        }
    }

    @Test
    void givesUpOnABodyThatTricklesPastTheDeadline() throws IOException {
        try (var server = RawServer.answering(Answers::trickle)) {
            var start = Instant.now();

            var outcome = fetch.fetch(server.address(), Rules.within(Duration.ofSeconds(1)), sink);

            assertThat(outcome).isEqualTo(new Fetched.Broken("It took longer than allowed."));
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void givesUpOnASilentServerAtTheDeadline() throws IOException {
        try (var server =
                RawServer.answering((_, output) -> Answers.wait(output, Duration.ofSeconds(30)))) {
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
                    Answers.wait(output, Duration.ofMillis(400));
                    output.write(Answers.bytes(Answers.redirect("/again")));
                })) {
            var rules = Rules.within(Duration.ofSeconds(1));

            assertThat(fetch.fetch(server.address(), rules, sink))
                    .isEqualTo(new Fetched.Broken("It took longer than allowed."));
        }
    }
}
