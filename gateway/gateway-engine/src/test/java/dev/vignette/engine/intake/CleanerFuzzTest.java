package dev.vignette.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.PhotoSource;
import dev.vignette.fetch.FetchRules;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CleanerFuzzTest {
    private static final int ROUNDS = 6_000;
    private static final long SEED = 20_261_120;

    private final PhotoIntake intake =
            new PhotoIntake(
                    (_, _, _) -> {
                        throw new AssertionError("nothing is to be fetched");
                    },
                    new FetchRules(List.of(), Set.of(), false, false, 3, 1, Duration.ofSeconds(10)),
                    4_000_000);

    @Test
    void answersEveryMutilatedPhotoWithoutAnException() {
        Random random = new Random(SEED);
        List<byte[]> seeds = seeds();
        int refused = 0;

        for (int i = 0; i < ROUNDS; i++) {
            byte[] photo = mutilated(seeds.get(i % seeds.size()), random);
            PhotoOutcome outcome = intake.take(new PhotoSource.Inline(photo));
            refused += outcome instanceof PhotoOutcome.Refused ? 1 : 0;
        }

        assertThat(refused).as("seed %d", SEED).isBetween(ROUNDS / 10, ROUNDS - 1);
    }

    @Test
    void whatComesOutOfAMutilatedPhotoGoesInAgain() {
        Random random = new Random(SEED);
        List<byte[]> seeds = seeds();

        for (int i = 0; i < ROUNDS; i++) {
            byte[] photo = mutilated(seeds.get(i % seeds.size()), random);
            PhotoOutcome outcome = intake.take(new PhotoSource.Inline(photo));
            if (outcome instanceof PhotoOutcome.Ready ready) {
                byte[] again = ready.content().get();
                assertThat(again.length).isEqualTo((int) ready.facts().bytes());
                assertThat(intake.take(new PhotoSource.Inline(again)))
                        .as("what came out goes in again, seed %d, round %d", SEED, i)
                        .isInstanceOf(PhotoOutcome.Ready.class);
            }
        }
    }

    private static List<byte[]> seeds() {
        byte[] exif = TestPictures.exif(6);
        return List.of(
                TestPictures.withExif(TestPictures.jpeg(24, 16), 1),
                TestPictures.withExif(TestPictures.jpeg(24, 16), 6),
                TestPictures.withChunk(TestPictures.png(24, 16), "eXIf", exif),
                TestPictures.withChunk(TestPictures.png(24, 16), "tEXt", new byte[40]),
                TestPictures.webp(24, 16),
                TestPictures.extendedWebp(24, 16, 0x08, TestPictures.chunk("EXIF", exif)));
    }

    /** Changes a few bytes, and sometimes cuts the file or repeats a part of it. */
    private static byte[] mutilated(byte[] seed, Random random) {
        byte[] photo = seed.clone();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            photo[random.nextInt(4, photo.length)] = (byte) random.nextInt(256);
        }
        int middle = random.nextInt(12, photo.length);
        return switch (random.nextInt(6)) {
            case 0 -> TestPictures.part(photo, 0, middle);
            case 1 ->
                    TestPictures.joined(
                            TestPictures.part(photo, 0, middle),
                            TestPictures.part(
                                    photo, random.nextInt(12, photo.length), photo.length));
            default -> photo;
        };
    }
}
