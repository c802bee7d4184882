package dev.vignette.simulation.world;

import dev.vignette.engine.intake.PhotoIntake;
import dev.vignette.engine.intake.PhotoOutcome;
import dev.vignette.engine.request.PhotoSource;
import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.Fetched;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * The reference photos of all apps, and one intake that knows them: photos are taken in the same
 * way in every schedule, so no schedule has to clean them again.
 */
public final class Photos {
    private static final int PEOPLE = 3;
    private static final int SIDE = 64;

    private final PhotoIntake intake =
            new PhotoIntake(
                    (_, _, _) -> new Fetched.Forbidden("no network here"),
                    new FetchRules(List.of(), Set.of(), false, false, 0, 1, Duration.ofSeconds(1)));
    private final List<PhotoSource> people;

    /** Draws them and takes each in once. */
    public Photos() {
        people =
                IntStream.range(0, PEOPLE)
                        .mapToObj(person -> cleaned(drawn(person)))
                        .map(clean -> (PhotoSource) new PhotoSource.Inline(clean))
                        .toList();
        people.forEach(intake::take);
    }

    /** Takes them in. */
    public PhotoIntake intake() {
        return intake;
    }

    List<PhotoSource> people() {
        return people;
    }

    private byte[] cleaned(byte[] photo) {
        return switch (intake.take(new PhotoSource.Inline(photo))) {
            case PhotoOutcome.Ready ready -> ready.content().get();
            case PhotoOutcome.Refused refused ->
                    throw new IllegalStateException(refused.problem().toString());
        };
    }

    private static byte[] drawn(int person) {
        BufferedImage image = new BufferedImage(SIDE + person, SIDE, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
