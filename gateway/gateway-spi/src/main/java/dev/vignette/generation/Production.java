package dev.vignette.generation;

import static java.util.Comparator.comparingInt;

import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.objects.ObjectKey;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.Fit;
import dev.vignette.portrait.PortraitRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The making of one set of pictures: what is bought, at whom, and what came. Identical generations
 * in flight share one, and later ones that hit the cache refer to it.
 *
 * @param id its id
 * @param key what makes two requests the same
 * @param client whose it is; never shared between clients
 * @param source the generation that caused it and bears its charges
 * @param request what is to be made
 * @param terms on which terms they may be bought
 * @param labels copied to every charge
 * @param photo where the reference photo is stored
 * @param createdAt when it was begun
 * @param deadline when buying ends
 * @param remembered whether later identical requests may take its pictures
 * @param stage how far it is
 * @param attempts every attempt, by number
 * @param pictures every picture that was bought, by index
 * @param fit what was not delivered as asked; complete once it is done
 * @param finishedAt when it was done; {@code null} until then
 */
public record Production(
        ProductionId id,
        CacheKey key,
        String client,
        GenerationId source,
        PortraitRequest request,
        Terms terms,
        Map<String, String> labels,
        ObjectKey photo,
        Instant createdAt,
        Instant deadline,
        boolean remembered,
        Stage stage,
        List<Attempt> attempts,
        List<Picture> pictures,
        List<Fit> fit,
        @Nullable Instant finishedAt) {

    public Production {
        labels = Map.copyOf(labels);
        attempts = List.copyOf(attempts);
        pictures = List.copyOf(pictures);
        fit = List.copyOf(fit);
    }

    /** When it was done, or empty while it goes on. */
    public Optional<Instant> finished() {
        return Optional.ofNullable(finishedAt);
    }

    /** How often its attempts have changed, being written down included. */
    public long changes() {
        return attempts.stream().mapToLong(attempt -> attempt.version() + 1).sum();
    }

    /** The attempt of that id, or empty when it is not one of this production. */
    public Optional<Attempt> attempt(AttemptId wanted) {
        return attempts.stream().filter(attempt -> attempt.id().equals(wanted)).findFirst();
    }

    /** Whether no picture is in that place, or one that is lost. */
    public boolean isFree(int place) {
        return pictures.stream()
                .filter(picture -> picture.index() == place)
                .allMatch(picture -> picture.state() instanceof PictureState.Lost);
    }

    /** The same production with an attempt moved on or added. */
    public Production with(Attempt moved) {
        List<Attempt> next = new ArrayList<>(attempts);
        next.removeIf(attempt -> attempt.id().equals(moved.id()));
        next.add(moved);
        next.sort(comparingInt(Attempt::number));
        return with(next, pictures);
    }

    /** The same production with a picture moved on or added. */
    public Production with(Picture moved) {
        List<Picture> next = new ArrayList<>(pictures);
        next.removeIf(picture -> picture.index() == moved.index());
        next.add(moved);
        next.sort(comparingInt(Picture::index));
        return with(attempts, next);
    }

    private Production with(List<Attempt> nextAttempts, List<Picture> nextPictures) {
        return new Production(
                id,
                key,
                client,
                source,
                request,
                terms,
                labels,
                photo,
                createdAt,
                deadline,
                remembered,
                stage,
                nextAttempts,
                nextPictures,
                fit,
                finishedAt);
    }
}
