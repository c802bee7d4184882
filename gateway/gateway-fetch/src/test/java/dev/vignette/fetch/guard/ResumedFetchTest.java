package dev.vignette.fetch.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.fetch.Fetched;
import dev.vignette.fetch.Landing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class ResumedFetchTest {
    private static final String TAG = "\"v1\"";
    private static final String ALL =
            "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 7\r\n\r\n";
    private static final String WHOLE = ALL + "picture";

    private final HttpGuardedFetch fetch =
            new HttpGuardedFetch(NameResolver::system, Certificates.ofJava());

    @AfterEach
    void close() {
        fetch.close();
    }

    @Test
    void goesOnWhereTheLineBroke() throws IOException {
        var landing = PartLanding.empty();
        try (var server = saying(ALL + "pic", rest("ETag: \"v1\"", "3-6/7", "ture"))) {
            assertThat(fetch(server, landing)).isInstanceOf(Fetched.Broken.class);

            assertThat(fetch(server, landing)).isEqualTo(new Fetched.Complete(7));

            assertThat(landing.text()).isEqualTo("picture");
            assertThat(server.requests().getLast())
                    .contains("Range: bytes=3-\n", "If-Range: \"v1\"\n");
        }
    }

    @Test
    void goesOnAsOftenAsTheLineBreaks() throws IOException {
        var landing = PartLanding.empty();
        try (var server = saying(ALL + "p", rest("", "1-6/7", "ic"), rest("", "3-6/7", "ture"))) {
            fetch(server, landing);
            fetch(server, landing);

            assertThat(fetch(server, landing)).isEqualTo(new Fetched.Complete(7));

            assertThat(landing.text()).isEqualTo("picture");
        }
    }

    @Test
    void asksForAllOfItWhenNothingIsHere() throws IOException {
        try (var server = saying(WHOLE)) {
            fetch(server, PartLanding.empty());

            assertThat(server.requests().getFirst()).doesNotContain("Range:");
        }
    }

    @Test
    void beginsAgainWhenTheServerSendsAllOfIt() throws IOException {
        var landing = PartLanding.with("old", TAG);
        try (var server = saying(WHOLE)) {
            assertThat(fetch(server, landing)).isEqualTo(new Fetched.Complete(7));

            assertThat(landing.text()).isEqualTo("picture");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "HTTP/1.1 416 No; ",
                "HTTP/1.1 206 Partial; Content-Range: bytes 2-6/7",
                "HTTP/1.1 206 Partial; Content-Range: bytes 0-6/7",
                "HTTP/1.1 206 Partial; Content-Range: bytes 3-2/7",
                "HTTP/1.1 206 Partial; Content-Range: bytes 3-7/7",
                "HTTP/1.1 206 Partial; Content-Range: lines 3-6/7",
                "HTTP/1.1 206 Partial; Content-Type: multipart/byteranges",
                "HTTP/1.1 206 Partial; Content-Range: bytes 3-6/7@ETag: \"v2\"",
                "HTTP/1.1 206 Partial; Content-Range: bytes 3-6/7@Content-Encoding: gzip"
            })
    void asksForAllOfItWhenTheRestIsNotTheRestOfThisFile(String status, String headers)
            throws IOException {
        var landing = PartLanding.with("old", TAG);
        var lines = headers == null ? "" : headers.replace("@", "\r\n") + "\r\n";
        var useless = status + "\r\n" + lines + "Content-Length: 4\r\n\r\nTURE";
        try (var server = saying(useless, WHOLE)) {
            assertThat(fetch(server, landing)).isEqualTo(new Fetched.Complete(7));

            assertThat(landing.text()).isEqualTo("picture");
            assertThat(server.requests().getLast()).doesNotContain("Range:");
        }
    }

    @Test
    void asksForAllOfItOnlyOnceInOneGo() throws IOException {
        var refused = "HTTP/1.1 416 No\r\nContent-Length: 0\r\n\r\n";
        try (var server = saying(refused)) {
            assertThat(fetch(server, PartLanding.with("old", TAG)))
                    .isEqualTo(new Fetched.Answered(416));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void keepsWhatIsHereWhileTheServerIsBusy() throws IOException {
        var landing = PartLanding.with("pic", TAG);
        var busy = "HTTP/1.1 503 Busy\r\nContent-Length: 2\r\n\r\nno";
        try (var server = saying(busy, rest("", "3-6/7", "ture"))) {
            assertThat(fetch(server, landing)).isEqualTo(new Fetched.Answered(503));

            assertThat(fetch(server, landing)).isEqualTo(new Fetched.Complete(7));

            assertThat(landing.text()).isEqualTo("picture");
        }
    }

    @Test
    void throwsAwayARestThatIsLongerThanAnnounced() throws IOException {
        var landing = PartLanding.with("pic", TAG);
        var chunks = "6\r\nturetu\r\n0\r\n\r\n";
        var head = "HTTP/1.1 206 Partial\r\nContent-Range: bytes 3-6/7\r\n";
        try (var server = saying(head + "Transfer-Encoding: chunked\r\n\r\n" + chunks)) {
            assertThat(fetch(server, landing)).isInstanceOf(Fetched.Broken.class);

            assertThat(landing.reached()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3-4/7", "3-6/9"})
    void isBrokenWhenTheServerSendsLessThanTheRest(String range) throws IOException {
        var landing = PartLanding.with("pic", TAG);
        var body = range.startsWith("3-4") ? "tu" : "ture";
        try (var server = saying(complete(range, body))) {
            assertThat(fetch(server, landing)).isInstanceOf(Fetched.Broken.class);

            assertThat(landing.reached()).contains(new Landing.Reached(3L + body.length(), TAG));
        }
    }

    @Test
    void refusesARestThatMakesTheFileTooLarge() throws IOException {
        try (var server = saying(rest("", "3-1000000/1000001", "ture"))) {
            assertThat(fetch(server, PartLanding.with("pic", TAG)))
                    .isEqualTo(new Fetched.TooLarge());
        }
    }

    @Test
    void asksForTheRestAfterARedirectToo() throws IOException {
        var landing = PartLanding.with("pic", TAG);
        var moved = "HTTP/1.1 302 Found\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n";
        try (var server = saying(moved, rest("", "3-6/7", "ture"))) {
            assertThat(fetch(server, landing)).isEqualTo(new Fetched.Complete(7));

            assertThat(server.requests().getLast()).startsWith("GET /there").contains("Range:");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ETag: \"v1\"; \"v1\"",
                "Last-Modified: Fri, 20 Nov 2026 09:00:00 GMT@Date: Fri, 20 Nov 2026 09:00:01 GMT;"
                        + "Fri, 20 Nov 2026 09:00:00 GMT"
            })
    void recognisesTheFileLaterByWhatTheServerGave(String headers, String version)
            throws IOException {
        var landing = PartLanding.empty();
        try (var server = saying(answer(headers))) {
            fetch(server, landing);

            assertThat(landing.reached()).contains(new Landing.Reached(3, version));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: here",
                "ETag: W/\"v1\"",
                "ETag: \"v1\"@Accept-Ranges: none",
                "Last-Modified: Fri, 20 Nov 2026 09:00:00 GMT",
                "Last-Modified: Fri, 20 Nov 2026 09:00:00 GMT@Date: Fri, 20 Nov 2026 09:00:00 GMT",
                "Last-Modified: yesterday@Date: Fri, 20 Nov 2026 09:00:01 GMT"
            })
    void goesOnWithNoFileThatMayHaveChangedUnnoticed(String headers) throws IOException {
        var landing = PartLanding.empty();
        try (var server = saying(answer(headers))) {
            fetch(server, landing);

            assertThat(landing.text()).isEqualTo("pic");
            assertThat(landing.reached()).isEmpty();
        }
    }

    private Fetched fetch(RawServer server, Landing landing) {
        return fetch.fetch(server.address(), Rules.loopback(), landing);
    }

    /** One that gives each answer once, the last for ever. */
    private static RawServer saying(String... answers) throws IOException {
        Iterator<String> script = List.of(answers).iterator();
        var last = answers[answers.length - 1];
        return RawServer.answering((_, output) -> {
            var answer = script.hasNext() ? script.next() : last;
            output.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    /** The rest of seven bytes, as far as the body goes. */
    private static String rest(String header, String range, String body) {
        var lines = header.isEmpty() ? "" : header + "\r\n";
        return "HTTP/1.1 206 Partial Content\r\n"
                + lines
                + ("Content-Range: bytes " + range + "\r\n")
                + ("Content-Length: " + (7 - Integer.parseInt(range.substring(0, 1))) + "\r\n\r\n")
                + body;
    }

    private static String complete(String range, String body) {
        var head = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes %s\r\n";
        return (head + "Content-Length: %d\r\n\r\n%s").formatted(range, body.length(), body);
    }

    /** Three of seven bytes. */
    private static String answer(String headers) {
        return "HTTP/1.1 200 OK\r\n"
                + headers.replace("@", "\r\n")
                + "\r\nContent-Length: 7\r\n\r\npic";
    }
}
