package dev.vignette.server.http.generation;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Avoided;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState.Stored;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.money.Money;
import dev.vignette.server.http.Times;
import dev.vignette.server.http.links.ImageLinks;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows generations: the engine's snapshot as the wire has it. */
@Singleton
final class GenerationViews {
    private final ImageLinks links;
    private final Policies policies;

    GenerationViews(ImageLinks links, Policies policies) {
        this.links = links;
        this.policies = policies;
    }

    GenerationView of(Snapshot snapshot) {
        Generation generation = snapshot.generation();
        Production production = snapshot.production();
        Policy now = policies.inForce();
        return new GenerationView(
                generation.id().value(),
                generation.request().portrait().kind().wireName(),
                status(generation, production),
                generation.done(),
                Times.text(generation.createdAt()),
                Times.textOrNull(completedAt(generation.state())),
                request(generation),
                provider(production),
                images(generation, production, now),
                fit(production),
                cost(snapshot),
                cache(generation),
                attempts(generation, production),
                snapshot.routing().stream().map(RoutingView::of).toList(),
                generation.state() instanceof GenerationState.Failed failed
                        ? FailureView.of(failed.failure())
                        : null,
                generation.request().labels(),
                generation.request().metadata(),
                now.sandbox());
    }

    private static String status(Generation generation, Production production) {
        return switch (generation.state()) {
            case GenerationState.Open _ ->
                    // Done, and the generation is about to be ended by it.
                    production.stage() == Stage.DONE
                            ? Stage.STORING.wireName()
                            : production.stage().wireName();
            case GenerationState.Succeeded _ -> "succeeded";
            case GenerationState.Failed _ -> "failed";
            case GenerationState.Canceled _ -> "canceled";
            case GenerationState.Erased _ -> "erased";
        };
    }

    private static @Nullable Instant completedAt(GenerationState state) {
        return switch (state) {
            case GenerationState.Open _ -> null;
            case GenerationState.Succeeded(var at) -> at;
            case GenerationState.Failed(var at, _) -> at;
            case GenerationState.Canceled(var at) -> at;
            case GenerationState.Erased(var at) -> at;
        };
    }

    private static Map<String, Object> request(Generation generation) {
        Map<String, Object> members = new LinkedHashMap<>();
        generation
                .request()
                .portrait()
                .values()
                .forEach((member, value) -> members.put(member.wireName(), value));
        return members;
    }

    /** Who made the pictures, else whoever was asked last. */
    private static @Nullable String provider(Production production) {
        if (!production.pictures().isEmpty()) {
            return production.pictures().getFirst().provider();
        }
        List<Attempt> attempts = production.attempts();
        return attempts.isEmpty() ? null : attempts.getLast().provider();
    }

    /** What still comes for a generation that was called off is not its own any more. */
    private List<ImageView> images(Generation generation, Production production, Policy now) {
        boolean shown =
                generation.state() instanceof GenerationState.Open
                        || generation.state() instanceof GenerationState.Succeeded;
        if (!shown) {
            return List.of();
        }
        List<ImageView> images = new ArrayList<>(production.pictures().size());
        for (Picture picture : production.pictures()) {
            if (picture.state() instanceof Stored stored) {
                images.add(image(generation, picture, stored, now));
            }
        }
        return images;
    }

    private ImageView image(Generation generation, Picture picture, Stored stored, Policy now) {
        ImageLinks.Link link = links.link(generation.id(), picture.index());
        Duration life = now.imageLife().orElse(null);
        return new ImageView(
                picture.index(),
                link.url(),
                Times.text(link.expiresAt()),
                life == null ? null : Times.text(stored.at().plus(life)),
                stored.type().mediaType(),
                stored.width(),
                stored.height(),
                stored.bytes(),
                stored.hash().hex(),
                picture.seed(),
                picture.provider());
    }

    /** Until all is over, what the providers that were asked will not follow is known already. */
    private static List<FitView> fit(Production production) {
        return (production.stage() == Stage.DONE
                        ? production.fit().stream()
                        : production.attempts().stream()
                                .flatMap(attempt -> attempt.fit().stream())
                                .distinct())
                .map(FitView::of)
                .toList();
    }

    private static GenerationCostView cost(Snapshot snapshot) {
        CostView cost = CostView.of(snapshot.cost());
        Avoided saved = snapshot.generation().avoided();
        if (saved == null) {
            return new GenerationCostView(cost.amount(), cost.currency(), cost.certainty(), "0.00");
        }
        return new GenerationCostView(
                cost.amount(),
                cost.currency(),
                cost.certainty(),
                saved.amount().map(Money::text).orElse(null));
    }

    private static CacheView cache(Generation generation) {
        return switch (generation.origin()) {
            case Origin.Bought() -> CacheView.MISS;
            case Origin.Joined(var source) ->
                    new CacheView(
                            generation.state() instanceof GenerationState.Succeeded,
                            true,
                            source.value(),
                            null);
            case Origin.Hit(var source, var madeAt) ->
                    new CacheView(
                            true,
                            null,
                            source.value(),
                            Math.max(
                                    0,
                                    Duration.between(madeAt, generation.createdAt()).toSeconds()));
        };
    }

    private static List<AttemptView> attempts(Generation generation, Production production) {
        boolean own = generation.origin() instanceof Origin.Bought;
        Stream<Attempt> attempts = own ? production.attempts().stream() : Stream.empty();
        return attempts.map(AttemptViews::of).toList();
    }
}
