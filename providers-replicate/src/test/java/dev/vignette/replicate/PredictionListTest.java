package dev.vignette.replicate;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ListedJob;
import dev.vignette.provider.ListsJobs.Listing;
import dev.vignette.tck.Orders;
import dev.vignette.tck.SettableClock;
import dev.vignette.tck.provider.VendorUnderTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that the double never shows. */
@WireMockTest
final class PredictionListTest {
    private static final String LIST = "/v1/predictions";
    private static final AttemptId ATTEMPT = Orders.valid().order().attempt();
    private static final String OURS =
            """
            {"id": "%s", "status": "succeeded", "created_at": "2026-03-01T10:00:00.123456789Z",
             "model": "flux-kontext-apps/portrait-series",
             "input": {"input_image": "https://gateway.test/in/1.png", "num_images": 2}}
            """;

    private ReplicateProvider adapter =
            Accounts.open(URI.create("http://unset.invalid"), clock(), ReplicateFactory.PATIENCE);

    @BeforeEach
    void open(WireMockRuntimeInfo wireMock) {
        adapter =
                Accounts.open(
                        URI.create(wireMock.getHttpBaseUrl()), clock(), ReplicateFactory.PATIENCE);
    }

    @Test
    void staysAtTheConfiguredAddressWhereverTheNextPageIsSaidToBe() {
        page(null, OURS.formatted("a"), "https://elsewhere.invalid/other?x=y&cursor=p%3D2");
        page("p=2", OURS.formatted("b"), null);

        List<ListedJob> jobs = listed();

        assertThat(jobs).extracting(job -> job.task().providerId()).containsExactly("a", "b");
        WireMock.verify(2, getRequestedFor(urlPathEqualTo(LIST)));
    }

    @Test
    void recognisesAnOrderAsTheListShowsIt() {
        page(null, OURS.formatted("a"), null);
        URI link = URI.create("https://gateway.test/in/other.png");

        String likeness = adapter.likeness(Orders.valid().photo(Orders.photoAt(link)).order());

        assertThat(listed()).extracting(ListedJob::likeness).containsExactly(likeness);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "portrait-series|internal-name",
                "gateway.test/in/1.png|replicate.delivery/pbxt/x/1.png",
                "gateway.test/in/1.png|pbxt.replicate.delivery/x/1.png",
                "\"status\"|\"data_removed\": true, \"status\""
            })
    void doesNotPretendToKnowWhatCannotBeTold(String from, String to) {
        page(null, OURS.formatted("a").replace(from, to), null);

        assertThat(listed()).singleElement().satisfies(job -> assertThat(job.likeness()).isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"num_images\": 2|\"num_images\": 2, \"prompt\": \"a hat\"",
                "\"num_images\": 2|\"num_images\": 2, \"background\": \"white\"",
                "\"num_images\": 2|\"num_images\": \"2 \"",
                "\"num_images\": 2|\"gender\": \"male\"",
                "https://gateway.test/in/1.png|data:image/png;base64,AAAA"
            })
    void knowsWhatWasAskedOtherwise(String from, String to) {
        page(null, OURS.formatted("a").replace(from, to), null);
        URI link = URI.create("https://gateway.test/in/other.png");

        String likeness = adapter.likeness(Orders.valid().photo(Orders.photoAt(link)).order());

        assertThat(listed())
                .singleElement()
                .satisfies(job -> assertThat(job.likeness()).isNotNull().isNotEqualTo(likeness));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"webhook\": \"https://gateway.test/hooks/replicate/%s.mac\", \"status\"",
                "\"input\": {\"deep\": [null, {\"er\": \"see %s\"}]}, \"status\""
            })
    void findsOurAttemptWhereverItIsNamed(String member) {
        String job = OURS.formatted("a").replaceAll("(?s)\"input\".*", "\"x\": 1}");
        page(null, job.replace("\"status\"", member.formatted(ATTEMPT)), null);

        assertThat(listed())
                .singleElement()
                .satisfies(found -> assertThat(found.mentions()).containsExactly(ATTEMPT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"results\": null}",
                "{\"results\": [7]}",
                "{\"results\": [{\"id\": \"a\", \"status\": \"starting\"}]}",
                "{\"results\": [{\"status\": \"x\", \"created_at\": \"2026-03-01T10:00:00Z\"}]}",
                "{\"results\": [], \"next\": \"https://api.replicate.com/v1/predictions\"}",
                "{\"results\": [], \"next\": \"not an address\"}",
                "{\"results\": [], \"next\": 7}"
            })
    void whatIsNotReadableIsBroken(String body) {
        WireMock.stubFor(get(urlPathEqualTo(LIST)).willReturn(jsonResponse(body, 200)));

        assertBroken(FailureKind.MALFORMED_ANSWER);
    }

    @Test
    void aListThatGoesInCirclesIsBroken() {
        page(null, OURS.formatted("a"), "https://api.replicate.com/v1/predictions?cursor=2");
        page("2", OURS.formatted("b"), "https://api.replicate.com/v1/predictions?cursor=2");

        assertBroken(FailureKind.MALFORMED_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"401, CREDENTIALS", "429, THROTTLED", "500, UNAVAILABLE"})
    void aRefusedListIsBroken(int status, FailureKind kind) {
        WireMock.stubFor(get(urlPathEqualTo(LIST)).willReturn(WireMock.status(status)));

        assertBroken(kind);
    }

    private static void page(@Nullable String cursor, String job, @Nullable String next) {
        String shown = next == null ? "null" : "\"" + next + "\"";
        String body = "{\"results\": [" + job + "], \"next\": " + shown + "}";
        WireMock.stubFor(
                get(urlPathEqualTo(LIST))
                        .withQueryParam("cursor", cursor == null ? absent() : equalTo(cursor))
                        .willReturn(jsonResponse(body, 200)));
    }

    private List<ListedJob> listed() {
        Listing listing = list();
        assertThat(listing).isInstanceOf(Listing.Complete.class);
        return ((Listing.Complete) listing).jobs();
    }

    private void assertBroken(FailureKind kind) {
        assertThat(list())
                .isInstanceOfSatisfying(
                        Listing.Broken.class,
                        broken -> assertThat(broken.failure().kind()).isEqualTo(kind));
    }

    private Listing list() {
        Duration around = Duration.ofMinutes(1);
        return adapter.list(VendorUnderTest.NOW.minus(around), VendorUnderTest.NOW.plus(around));
    }

    private static SettableClock clock() {
        return SettableClock.at(VendorUnderTest.NOW);
    }
}
