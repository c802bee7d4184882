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

/** What the client makes of answers that break off or are none. */
@Timeout(60)
final class BrokenAnswersTest {
    private final Names names = new Names();
    private final HttpGuardedFetch fetch = new HttpGuardedFetch(names, Certificates.ofJava());
    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        fetch.close();
    }

    @Test
    void isBrokenWhenTheBodyEndsEarly() throws IOException {
        try (var server =
                RawServer.saying("HTTP/1.1 200 Answers.OK\r\nContent-Length: 70\r\n\r\npicture")) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Broken.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void isBrokenWhenAChunkEndsEarly() throws IOException {
        var answer =
                "HTTP/1.1 200 Answers.OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\npicture\r\n";
        try (var server = RawServer.saying(answer)) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Broken.class);
        }
    }

    @Test
    void isBrokenWhenTheBodyIsCompressedUnasked() throws IOException {
        var head = "HTTP/1.1 200 Answers.OK\r\nContent-Encoding: gzip\r\nContent-Length: 7\r\n\r\n";
        try (var server = RawServer.saying(head + "picture")) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Broken.class);
            assertThat(sink.size()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9\r\n", "HTTP/1.1 200 Answers.OK\r\nContent-Le"})
    void isBrokenWhenTheAnswerIsNoHttp(String answer) throws IOException {
        try (var server = RawServer.saying(answer)) {
            assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                    .isInstanceOf(Fetched.Broken.class);
        }
    }

    @Test
    void isBrokenWhenHeadersNeverEnd() throws IOException {
        try (var server = RawServer.answering(Answers::headersWithoutEnd)) {
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
        var server = RawServer.saying(Answers.OK);
        server.close();

        assertThat(fetch.fetch(server.address(), Rules.loopback(), sink))
                .isEqualTo(new Fetched.Broken("No connection could be made."));
    }
}
