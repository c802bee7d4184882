package dev.vignette.fetch.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.fetch.Fetched;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
    private final Names names = new Names();
    private final HttpGuardedFetch fetch = new HttpGuardedFetch(names, Certificates.ofJava());
    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        fetch.close();
    }

    @Test
    void fetchesTheBytesAsTheyAre() throws IOException {
        try (var server = RawServer.saying(Answers.OK)) {
            var outcome = fetch.fetch(server.address(), Rules.loopback(), sink);

            assertThat(outcome).isEqualTo(new Fetched.Complete(7));
            assertThat(sink).hasToString("picture");
        }
    }

    @Test
    void asksForPlainBytesAndSendsNothingAboutAnybody() throws IOException {
        try (var server = RawServer.saying(Answers.OK)) {
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
        var answer = "HTTP/1.1 200 Answers.OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n";
        try (var server = RawServer.saying(answer)) {
            fetch.fetch(server.address(), Rules.loopback(), sink);
            fetch.fetch(server.address(), Rules.loopback(), sink);

            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(r -> assertThat(r).doesNotContainIgnoringCase("cookie:"));
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
    void throwsOnWhatTheSinkThrows() throws IOException {
        try (var server = RawServer.saying(Answers.OK)) {
            assertThatThrownBy(
                            () -> fetch.fetch(server.address(), Rules.loopback(), new FullDisk()))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("no space left");
        }
    }

    @Test
    void fetchesADozenLargeFilesAtOnce() throws Exception {
        var body = new byte[10_000_000];
        try (var server = RawServer.answering((_, output) -> Answers.large(output, body));
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
                var endless = RawServer.answering(Answers::bodyWithoutEnd);
                var whole = RawServer.saying(Answers.OK)) {
            for (var i = 0; i < 100; i++) {
                fetch.fetch(missing.address(), Rules.loopback(), OutputStream.nullOutputStream());
                fetch.fetch(endless.address(), Rules.loopback(), OutputStream.nullOutputStream());
            }

            assertThat(fetch.fetch(whole.address(), Rules.loopback(), sink))
                    .isEqualTo(new Fetched.Complete(7));
        }
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("no space left");
        }
    }
}
