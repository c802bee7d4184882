package dev.vignette.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.PhotoProblem;
import dev.vignette.engine.request.PhotoSource;
import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.Fetched;
import dev.vignette.fetch.GuardedFetch;
import dev.vignette.fetch.Landing;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Photo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoIntakeTest {
    private static final FetchRules RULES =
            new FetchRules(
                    List.of(), Set.of(), false, false, 3, 99_000_000, Duration.ofSeconds(10));
    private static final GuardedFetch UNUSED =
            (_, _, _) -> {
                throw new AssertionError("nothing is to be fetched");
            };
    private static final URI ADDRESS = URI.create("https://photos.example/me.jpg");

    private final PhotoIntake intake = new PhotoIntake(UNUSED, RULES, 64_000_000);

    @Test
    void leavesBarePhotosAsTheyCame() {
        for (byte[] raw : bare()) {

            PhotoOutcome.Ready ready = ready(raw);

            assertThat(ready.content().get()).isSameAs(raw);
            assertThat(ready.facts().hash()).isEqualTo(ContentHash.of(raw));
        }
    }

    @Test
    void tellsTypeAndSizeByTheBytes() {
        List<Photo> facts = bare().stream().map(raw -> ready(raw).facts()).toList();

        assertThat(facts)
                .extracting(Photo::type)
                .containsExactly(ImageType.JPEG, ImageType.PNG, ImageType.WEBP);
        assertThat(facts).allSatisfy(f -> assertThat(f.width()).isEqualTo(64));
        assertThat(facts).allSatisfy(f -> assertThat(f.height()).isEqualTo(48));
    }

    @Test
    void removesThePlaceFromEveryFormat() {
        List<byte[]> photos =
                List.of(
                        located(ImageType.JPEG, 1),
                        located(ImageType.PNG, 1),
                        located(ImageType.WEBP, 1));

        for (byte[] photo : photos) {
            assertThat(photo).containsSequence(TestPictures.PLACE);
            PhotoOutcome.Ready ready = ready(photo);
            assertThat(contains(ready.content().get(), TestPictures.PLACE)).isFalse();
            assertThat(ready.facts().hash()).isEqualTo(ContentHash.of(ready.content().get()));
            assertThat(ready.facts().bytes()).isEqualTo(ready.content().get().length);
        }
    }

    @Test
    void removesThePlaceFromPhotosThatAreTurned() {
        for (ImageType type : List.of(ImageType.JPEG, ImageType.PNG, ImageType.WEBP)) {

            byte[] clean = ready(located(type, 6)).content().get();

            assertThat(contains(clean, TestPictures.PLACE)).isFalse();
            assertThat(contains(clean, TestPictures.ascii("Exif"))).isFalse();
        }
    }

    /** Where the stored first row and first column belong, as the EXIF table has it. */
    @ParameterizedTest
    @CsvSource({
        "1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left",
        "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom"
    })
    void turnsEveryJpegOrientationUpright(int orientation, String row, String column) {
        byte[] stored = TestPictures.withExif(TestPictures.jpeg(64, 48), orientation);

        PhotoOutcome.Ready ready = ready(stored);

        var seen = TestPictures.decoded(ready.content().get());
        assertThat(seen.getWidth()).isEqualTo(orientation < 5 ? 64 : 48);
        assertThat(ready.facts().width()).isEqualTo(seen.getWidth());
        assertThat(ready.facts().height()).isEqualTo(seen.getHeight());
        assertThat(Corner.of(row, column).in(seen)).isEqualTo("red");
        assertThat(Corner.of(row, Corner.opposite(column)).in(seen)).isEqualTo("green");
        assertThat(Corner.of(Corner.opposite(row), column).in(seen)).isEqualTo("blue");
    }

    @Test
    void turnsPngAsPngAndWebpAsPng() {
        PhotoOutcome.Ready png = ready(located(ImageType.PNG, 6));
        PhotoOutcome.Ready webp = ready(located(ImageType.WEBP, 6));

        assertThat(png.facts().type()).isEqualTo(ImageType.PNG);
        var seen = TestPictures.decoded(png.content().get());
        assertThat(Corner.of("right", "top").in(seen)).isEqualTo("red");
        assertThat(Corner.of("right", "bottom").in(seen)).isEqualTo("green");
        assertThat(webp.facts().type()).isEqualTo(ImageType.PNG);
        seen = TestPictures.decoded(webp.content().get());
        assertThat(seen.getWidth()).isEqualTo(48);
        assertThat(Corner.of("right", "top").in(seen)).isEqualTo("green");
        assertThat(Corner.of("left", "top").in(seen)).isEqualTo("black");
    }

    @Test
    void refusesBytesThatAnnounceNoTypeThatIsTaken() {
        List<String> files =
                List.of("just a text called me.png", "GIF89a and more", "<svg/>", "%PDF-1.7", "");

        for (String file : files) {
            assertThat(problem(file.getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(PhotoProblem.Kind.UNSUPPORTED_TYPE);
        }
    }

    @Test
    void refusesKnownSignaturesWithGarbageBehind() {
        for (byte[] raw : bare()) {
            byte[] garbage = new byte[500];
            System.arraycopy(raw, 0, garbage, 0, 12);

            assertThat(problem(garbage)).isEqualTo(PhotoProblem.Kind.INVALID);
        }
    }

    @Test
    void refusesTruncatedPhotos() {
        for (byte[] raw : bare()) {
            for (int length : List.of(12, 20, 40, raw.length / 2, raw.length - 1)) {

                byte[] cut = TestPictures.part(raw, 0, length);

                assertThat(problem(cut)).isEqualTo(PhotoProblem.Kind.INVALID);
            }
        }
    }

    @Test
    void cutsOffWhatFollowsTheEnd() {
        for (byte[] raw : bare()) {
            byte[] followed = TestPictures.joined(raw, new byte[999]);

            PhotoOutcome.Ready ready = ready(followed);

            assertThat(ready.content().get()).isEqualTo(raw);
        }
    }

    @Test
    void refusesHugePicturesByTheirHeaderAlone() {
        byte[] bomb =
                TestPictures.joined(TestPictures.pngHeader(30_000, 30_000), new byte[3_000_000]);
        byte[] wide = TestPictures.pngHeader(8193, 1);
        byte[] many = TestPictures.pngHeader(6400, 6300);

        assertThat(problem(bomb)).isEqualTo(PhotoProblem.Kind.TOO_MANY_PIXELS);
        assertThat(problem(wide)).isEqualTo(PhotoProblem.Kind.TOO_MANY_PIXELS);
        assertThat(problem(many)).isEqualTo(PhotoProblem.Kind.TOO_MANY_PIXELS);
    }

    @Test
    void takesPhotosOfExactlyTheLargestSize() {
        byte[] largest = TestPictures.joined(TestPictures.jpeg(8, 8), new byte[15_000_000]);
        byte[] fits = TestPictures.part(largest, 0, 15_000_000);
        byte[] over = TestPictures.part(largest, 0, 15_000_001);

        assertThat(ready(fits).facts().width()).isEqualTo(8);
        assertThat(problem(over)).isEqualTo(PhotoProblem.Kind.TOO_LARGE);
    }

    @Test
    void refusesToTurnWhatDoesNotFitIntoTheMemoryForIt() {
        PhotoIntake small = new PhotoIntake(UNUSED, RULES, 100_000);
        byte[] photo = TestPictures.withExif(TestPictures.jpeg(640, 480), 3);

        PhotoOutcome outcome = small.take(new PhotoSource.Inline(photo));

        assertThat(kind(outcome)).isEqualTo(PhotoProblem.Kind.TOO_MANY_PIXELS);
    }

    @Test
    void refusesPhotosThatCannotBeDecodedWhenTheyHaveToBeTurned() {
        byte[] png =
                TestPictures.withChunk(TestPictures.pngHeader(9, 9), "eXIf", TestPictures.exif(6));
        byte[] broken =
                TestPictures.joined(
                        png,
                        TestPictures.pngChunk("IDAT", new byte[] {1, 2, 3}),
                        TestPictures.pngChunk("IEND", new byte[0]));

        assertThat(problem(broken)).isEqualTo(PhotoProblem.Kind.INVALID);
    }

    @Test
    void refusesColourProfilesThatAnnounceMoreThanThereIs() {
        byte[] profile = new byte[200];
        profile[0] = 0x7F;
        byte[] pieces = TestPictures.joined(TestPictures.ascii("ICC_PROFILE\0\1\1"), profile);
        byte[] jpeg = TestPictures.withSegment(TestPictures.jpeg(64, 48), 0xE2, pieces);
        byte[] webp = TestPictures.extendedWebp(64, 48, 0x20, TestPictures.chunk("ICCP", profile));

        assertThat(problem(jpeg)).isEqualTo(PhotoProblem.Kind.INVALID);
        assertThat(problem(webp)).isEqualTo(PhotoProblem.Kind.INVALID);
    }

    @Test
    void keepsColourProfilesAndDropsWhatElseIsSaidAboutThePhoto() {
        byte[] profile = new byte[200];
        profile[3] = (byte) 200;
        byte[] pieces = TestPictures.joined(TestPictures.ascii("ICC_PROFILE\0\1\1"), profile);
        byte[] jpeg = TestPictures.withSegment(TestPictures.jpeg(64, 48), 0xE2, pieces);
        byte[] webp = TestPictures.extendedWebp(64, 48, 0x20, TestPictures.chunk("ICCP", profile));
        byte[] secret = TestPictures.ascii("taken at home by Anna");
        List<Integer> telling = List.of(0xE1, 0xE2, 0xE3, 0xED, 0xEF, 0xFE);

        assertThat(ready(jpeg).content().get()).isSameAs(jpeg);
        assertThat(ready(webp).content().get()).isSameAs(webp);
        for (int marker : telling) {
            byte[] told = TestPictures.withSegment(jpeg, marker, secret);
            assertThat(ready(told).content().get()).isEqualTo(jpeg);
        }
        for (String chunk : List.of("XMP ", "EXIF", "note")) {
            byte[] told =
                    TestPictures.extendedWebp(
                            64,
                            48,
                            0x2C,
                            TestPictures.chunk("ICCP", profile),
                            TestPictures.chunk(chunk, secret));
            assertThat(ready(told).content().get()).isEqualTo(webp);
        }
        byte[] png = TestPictures.png(64, 48);
        for (String chunk : List.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME", "caBX")) {
            byte[] told = TestPictures.withChunk(png, chunk, secret);
            assertThat(ready(told).content().get()).isEqualTo(png);
        }
    }

    @Test
    void refusesAnimations() {
        byte[] png = TestPictures.withChunk(TestPictures.png(9, 9), "acTL", new byte[8]);
        byte[] flagged = TestPictures.extendedWebp(9, 9, 0x02);
        byte[] framed =
                TestPictures.extendedWebp(9, 9, 0, TestPictures.chunk("ANMF", new byte[24]));

        for (byte[] animation : List.of(png, flagged, framed)) {
            assertThat(problem(animation)).isEqualTo(PhotoProblem.Kind.INVALID);
        }
    }

    @Test
    void takesTheThumbnailOutOfAJfifHeader() {
        byte[] jpeg = TestPictures.jpeg(64, 48);
        byte[] header = TestPictures.part(jpeg, 0, 20);
        byte[] thumbnail = new byte[12];
        header[5] = 16 + 12;
        header[18] = 2;
        header[19] = 2;
        byte[] told =
                TestPictures.joined(header, thumbnail, TestPictures.part(jpeg, 20, jpeg.length));

        assertThat(ready(told).content().get()).isEqualTo(jpeg);
    }

    @Test
    void knowsAPhotoAgainAndMakesTheSameFileOfIt() {
        byte[] photo = located(ImageType.JPEG, 6);
        PhotoOutcome.Ready first = ready(photo);

        PhotoOutcome.Ready second = ready(photo.clone());

        assertThat(second.facts()).isSameAs(first.facts());
        assertThat(second.content().get()).isEqualTo(first.content().get());
    }

    @Test
    void refusesTheSameBadPhotoEachTime() {
        byte[] bad = TestPictures.part(TestPictures.png(9, 9), 0, 50);

        assertThat(problem(bad)).isEqualTo(PhotoProblem.Kind.INVALID);
        assertThat(problem(bad)).isEqualTo(PhotoProblem.Kind.INVALID);
    }

    @Test
    void givesEveryCallerTheSameFactsWhenManyBringOnePhotoAtOnce() throws Exception {
        byte[] photo = TestPictures.withExif(TestPictures.jpeg(640, 480), 6);
        List<Callable<PhotoOutcome>> calls =
                java.util.Collections.nCopies(
                        200, () -> intake.take(new PhotoSource.Inline(photo)));

        List<Future<PhotoOutcome>> outcomes;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = threads.invokeAll(calls);
        }

        Photo facts = ready(photo).facts();
        for (Future<PhotoOutcome> outcome : outcomes) {
            assertThat(((PhotoOutcome.Ready) outcome.get()).facts()).isSameAs(facts);
        }
    }

    @Test
    void fetchesNamedPhotosWithinTheLimitOfBytes() {
        byte[] photo = TestPictures.png(64, 48);
        PhotoIntake fetching =
                new PhotoIntake(
                        (address, rules, landing) -> {
                            assertThat(address).isEqualTo(ADDRESS);
                            assertThat(rules.maxBytes()).isEqualTo(15_000_000);
                            return complete(photo, landing);
                        },
                        RULES);

        PhotoOutcome outcome = fetching.take(new PhotoSource.Address(ADDRESS));

        assertThat(((PhotoOutcome.Ready) outcome).facts().hash()).isEqualTo(ContentHash.of(photo));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a private address", "a port that is not 443", "too many redirects"})
    void answersForbiddenAddressesWithOneSentence(String cause) {
        PhotoIntake fetching = answering(new Fetched.Forbidden(cause));

        PhotoOutcome outcome = fetching.take(new PhotoSource.Address(ADDRESS));

        assertThat(outcome)
                .isEqualTo(
                        new PhotoOutcome.Refused(
                                new PhotoProblem(
                                        PhotoProblem.Kind.ADDRESS_FORBIDDEN,
                                        "the photo's address may not be fetched")));
    }

    @Test
    void tellsDownloadsThatFailedFromThoseThatAreTooLarge() {
        assertThat(fetching(new Fetched.TooLarge())).isEqualTo(PhotoProblem.Kind.TOO_LARGE);
        assertThat(fetching(new Fetched.Answered(404))).isEqualTo(PhotoProblem.Kind.FETCH_FAILED);
        assertThat(fetching(new Fetched.Broken("the body ended early")))
                .isEqualTo(PhotoProblem.Kind.FETCH_FAILED);
    }

    private static PhotoProblem.Kind fetching(Fetched fetched) {
        return kind(answering(fetched).take(new PhotoSource.Address(ADDRESS)));
    }

    private static PhotoIntake answering(Fetched fetched) {
        return new PhotoIntake((_, _, _) -> fetched, RULES);
    }

    private static Fetched complete(byte[] body, Landing landing) {
        try {
            landing.begin(null).write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Fetched.Complete(body.length);
    }

    private static List<byte[]> bare() {
        return List.of(
                TestPictures.jpeg(64, 48), TestPictures.png(64, 48), TestPictures.webp(64, 48));
    }

    private static byte[] located(ImageType type, int orientation) {
        byte[] exif = TestPictures.exif(orientation);
        return switch (type) {
            case JPEG -> TestPictures.withExif(TestPictures.jpeg(64, 48), orientation);
            case PNG -> TestPictures.withChunk(TestPictures.png(64, 48), "eXIf", exif);
            case WEBP -> TestPictures.extendedWebp(64, 48, 0x08, TestPictures.chunk("EXIF", exif));
            case GIF -> throw new IllegalArgumentException("no such photo");
        };
    }

    private PhotoOutcome.Ready ready(byte[] raw) {
        PhotoOutcome outcome = intake.take(new PhotoSource.Inline(raw));
        assertThat(outcome).isInstanceOf(PhotoOutcome.Ready.class);
        return (PhotoOutcome.Ready) outcome;
    }

    private PhotoProblem.Kind problem(byte[] raw) {
        return kind(intake.take(new PhotoSource.Inline(raw)));
    }

    private static PhotoProblem.Kind kind(PhotoOutcome outcome) {
        assertThat(outcome).isInstanceOf(PhotoOutcome.Refused.class);
        return ((PhotoOutcome.Refused) outcome).problem().kind();
    }

    private static boolean contains(byte[] file, byte[] part) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .contains(new String(part, StandardCharsets.ISO_8859_1));
    }
}
