package dev.vignette.fetch.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DestinationTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.com, https://example.com/",
        "HTTPS://EXAMPLE.com:443/a?b=c, https://example.com/a?b=c",
        "https://example.com?b=c, https://example.com/?b=c",
        "https://example.com./a, https://example.com/a",
        "http://example.com:8080/a%2Fb//c, http://example.com:8080/a%2Fb//c",
        "https://bücher.example/ü, https://xn--bcher-kva.example/%C3%BC",
        "https://[2001:0DB8::1]:443/, https://[2001:db8:0:0:0:0:0:1]/",
        "https://my_bucket.example.com/, https://my_bucket.example.com/",
        "https://１.１.１.１/, https://1.1.1.1/"
    })
    void spellsAddressesCanonically(String written, String canonical) throws ForbiddenAddress {
        assertThat(Destination.of(URI.create(written)).uri()).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:",
                "file:///etc/passwd",
                "ftp://example.com/",
                "gopher://example.com/",
                "data:image/png;base64,AAAA",
                "//example.com/a",
                "/a",
                "https:///a",
                "https://user@example.com/",
                "https://user:secret@example.com/",
                "https://example.com@127.0.0.1/",
                "https://example.com/#fragment",
                "https://example.com:0/",
                "https://example.com:/",
                "https://example.com:65536/",
                "https://example.com:99999999999/",
                "https://example.com:80:80/",
                "https://exa%6dple.com/",
                "https://%31%32%37.0.0.1/",
                "https://127.0.0.1%00.example.com/",
                "https://a..example.com/",
                "https://./",
                "https://127.1/",
                "https://127.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://127.0.0.0x1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.0.0.01/",
                "https://127.0.0.256/",
                "https://1.2.3.4.5/",
                "https://example.123/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[fe80::1%25eth0]/",
                "https://[::1",
                "https://[v1.a]/"
            })
    void refusesWhatIsMalformedOrDisguised(String written) {
        assertThatThrownBy(() -> Destination.of(URI.create(written)))
                .isInstanceOfAny(ForbiddenAddress.class, IllegalArgumentException.class);
    }

    @Test
    void refusesAnAddressLongerThan2048Characters() {
        var address = URI.create("https://example.com/" + "a".repeat(2029));

        assertThatThrownBy(() -> Destination.of(address)).isInstanceOf(ForbiddenAddress.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/b, https://example.com/b",
        "c, https://example.com/a/c",
        "?d, https://example.com/a/?d",
        "//other.example/e, https://other.example/e",
        "http://other.example/f, http://other.example/f"
    })
    void followsRelativeRedirects(String location, String leadsTo) throws ForbiddenAddress {
        var start = Destination.of(URI.create("https://example.com/a/b"));

        assertThat(start.follow(location).uri()).hasToString(leadsTo);
    }

    @Test
    void refusesARedirectToNonsense() throws ForbiddenAddress {
        var start = Destination.of(URI.create("https://example.com/a"));

        assertThatThrownBy(() -> start.follow("ht tp://")).isInstanceOf(ForbiddenAddress.class);
    }
}
