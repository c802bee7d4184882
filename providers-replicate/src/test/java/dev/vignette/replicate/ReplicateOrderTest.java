package dev.vignette.replicate;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import dev.vignette.portrait.Background;
import dev.vignette.portrait.OutputFormat;
import dev.vignette.portrait.Style;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ReferencePhoto;
import dev.vignette.provider.UploadsPhotos.Upload;
import dev.vignette.tck.Orders;
import dev.vignette.tck.SettableClock;
import dev.vignette.tck.provider.VendorUnderTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order looks like on the wire. */
@WireMockTest
final class ReplicateOrderTest {
    private static final String NEWEST = "/v1/models/flux-kontext-apps/portrait-series/predictions";
    private static final String BY_VERSION = "/v1/predictions";
    private static final String TAKEN = "{\"id\":\"abc\",\"status\":\"starting\"}";
    private static final int BIG = PortraitSeries.INLINE_PHOTO_BYTES + 1;

    private URI server = URI.create("http://unset.invalid");

    @BeforeEach
    void takeEveryOrder(WireMockRuntimeInfo wireMock) {
        server = URI.create(wireMock.getHttpBaseUrl());
        WireMock.stubFor(any(anyUrl()).willReturn(jsonResponse(TAKEN, 201)));
    }

    @Test
    void sendsOnlyWhatIsSet() {
        newest().submit(Orders.valid().photo(linked()).order());

        WireMock.verify(
                postRequestedFor(urlPathEqualTo(NEWEST))
                        .withHeader(
                                "Authorization",
                                equalTo("Bearer " + VendorUnderTest.CREDENTIAL.reveal()))
                        .withHeader("Prefer", equalTo("wait=1"))
                        .withHeader("Cancel-After", equalTo("600"))
                        .withRequestBody(
                                equalToJson(
                                        """
                                        {"input": {"input_image": "https://gateway.test/in/1.png", "num_images": 2}}
                                        """)));
    }

    @Test
    void sendsEveryMemberInTheModelsOwnWords() {
        Style style =
                new Style(
                        null,
                        null,
                        Background.GREEN_SCREEN,
                        true,
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        OutputFormat.JPEG);

        newest().submit(Orders.valid().count(13).style(style).photo(linked()).order());

        WireMock.verify(
                postRequestedFor(urlPathEqualTo(NEWEST))
                        .withRequestBody(
                                equalToJson(
                                        """
                                        {"input": {"input_image": "https://gateway.test/in/1.png",
                                          "num_images": 13, "background": "green screen",
                                          "randomize_images": true, "safety_tolerance": 0,
                                          "output_format": "jpg"}}
                                        """)));
    }

    @Test
    void namesAPinnedVersionByItsBareId() {
        pinned().submit(Orders.valid().order());

        WireMock.verify(
                postRequestedFor(urlPathEqualTo(BY_VERSION))
                        .withRequestBody(matchingJsonPath("$.version", equalTo(Accounts.VERSION))));
    }

    @Test
    void namesNoVersionWhenNoneIsPinned() {
        newest().submit(Orders.valid().order());

        WireMock.verify(
                postRequestedFor(urlPathEqualTo(NEWEST))
                        .withRequestBody(matchingJsonPath("$.version", absent())));
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 5", "PT59.9S, 59", "PT10M, 600", "PT48H, 86400"})
    void givesWholeSecondsWithinTheDocumentedBounds(Duration timeLeft, String seconds) {
        newest().submit(Orders.valid().timeLeft(timeLeft).order());

        WireMock.verify(
                postRequestedFor(urlPathEqualTo(NEWEST))
                        .withHeader("Cancel-After", equalTo(seconds)));
    }

    @Test
    void putsASmallPhotoIntoTheOrder() {
        newest().submit(Orders.valid().photo(Orders.photoOfSize(BIG - 1)).order());

        WireMock.verify(
                postRequestedFor(urlPathEqualTo(NEWEST))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.input.input_image",
                                        containing("data:image/png;base64,iVBORw0KGgo"))));
    }

    @Test
    void uploadsALargePhotoFirst() {
        ReferencePhoto photo = Orders.photoOfSize(BIG);
        WireMock.stubFor(
                post("/v1/files")
                        .willReturn(
                                jsonResponse(
                                        "{\"urls\":{\"get\":\"" + server + "/v1/files/f1\"}}",
                                        201)));

        newest().submit(Orders.valid().photo(uploaded(photo)).order());

        WireMock.verify(
                postRequestedFor(urlPathEqualTo("/v1/files"))
                        .withAnyRequestBodyPart(
                                aMultipart("content")
                                        .withHeader("Content-Type", containing("image/png"))
                                        .withBody(binaryEqualTo(photo.content().get()))));
        WireMock.verify(
                postRequestedFor(urlPathEqualTo(NEWEST))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.input.input_image", equalTo(server + "/v1/files/f1"))));
    }

    @ParameterizedTest
    @CsvSource({
        "401, CREDENTIALS",
        "413, INVALID_INPUT",
        "429, THROTTLED",
        "500, UNAVAILABLE",
        "201, MALFORMED_ANSWER"
    })
    void saysWhyAPhotoCouldNotBeUploaded(int status, FailureKind kind) {
        WireMock.stubFor(post("/v1/files").willReturn(status(status).withBody("<html>")));

        Upload upload = newest().upload(Orders.photoOfSize(BIG));

        assertThat(upload)
                .isInstanceOfSatisfying(
                        Upload.Failed.class,
                        failed -> assertThat(failed.failure().kind()).isEqualTo(kind));
    }

    @Test
    void asksToBeCalledWhenTheJobIsOver() {
        URI callback = URI.create("https://gateway.test/hooks/replicate/att_1.mac");

        newest().submit(Orders.valid().callback(callback).order());

        WireMock.verify(
                postRequestedFor(urlPathEqualTo(NEWEST))
                        .withRequestBody(
                                matchingJsonPath("$.webhook", equalTo(callback.toString())))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.webhook_events_filter",
                                        equalToJson("[\"completed\"]"))));
    }

    @Test
    void namesNoAddressThatReplicateWouldRefuse() {
        URI callback = URI.create("http://gateway.test/hooks/replicate/att_1.mac");

        newest().submit(Orders.valid().callback(callback).order());

        WireMock.verify(
                postRequestedFor(urlPathEqualTo(NEWEST))
                        .withRequestBody(matchingJsonPath("$.webhook", absent())));
    }

    @Test
    void askedNotToBeCalledNamesNoAddress() {
        URI callback = URI.create("https://gateway.test/hooks/replicate/att_1.mac");
        ReplicateSettings polling = new ReplicateSettings(null, "poll");

        Accounts.open(polling, server, clock(), ReplicateFactory.PATIENCE)
                .submit(Orders.valid().callback(callback).order());

        WireMock.verify(
                postRequestedFor(urlPathEqualTo(NEWEST))
                        .withRequestBody(matchingJsonPath("$.webhook", absent())));
    }

    private ReferencePhoto uploaded(ReferencePhoto photo) {
        return ((Upload.Ready) newest().upload(photo)).photo();
    }

    private static ReferencePhoto linked() {
        return Orders.photoAt(URI.create("https://gateway.test/in/1.png"));
    }

    private ReplicateProvider newest() {
        return Accounts.open(server, clock(), ReplicateFactory.PATIENCE);
    }

    private ReplicateProvider pinned() {
        return Accounts.open(Accounts.PINNED, server, clock(), ReplicateFactory.PATIENCE);
    }

    private static SettableClock clock() {
        return SettableClock.at(VendorUnderTest.NOW);
    }
}
