package dev.vignette.engine.accept;

import dev.vignette.engine.Ids;
import dev.vignette.engine.intake.PhotoOutcome;
import dev.vignette.engine.route.Choice;
import dev.vignette.engine.work.Purchases;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectStore;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.CacheMode;
import dev.vignette.store.Acceptance;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.IdempotencyClaim;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Proposes a generation whose pictures have to be bought, or that joins one being bought. */
public final class Buying {
    private final GenerationStore generations;
    private final ProductionStore productions;
    private final ObjectStore photos;
    private final Purchases purchases;
    private final Flights flights = new Flights();
    private final Ids ids;

    /**
     * @param generations keeps generations
     * @param productions keeps productions
     * @param photos where reference photos are kept until they are not needed any more
     * @param ids makes ids
     */
    public Buying(
            GenerationStore generations, ProductionStore productions, ObjectStore photos, Ids ids) {
        this.generations = generations;
        this.productions = productions;
        this.photos = photos;
        this.purchases = new Purchases(ids);
        this.ids = ids;
    }

    /**
     * Accepts the generation, durably, with its reference photo stored.
     *
     * @throws dev.vignette.objects.StoreUnavailable when the photo cannot be stored now; nothing
     *     was accepted
     */
    public Acceptance accept(
            String client,
            GenerationRequest request,
            PhotoOutcome.Ready photo,
            Choice choice,
            Instant now,
            @Nullable IdempotencyClaim claim) {
        CacheKey key = CacheKey.of(client, request.portrait());
        boolean joins = request.cache() == CacheMode.USE;
        Proposal.Buy proposal = proposal(client, key, request, choice, now, claim);
        if (!joins) {
            store(proposal.production(), photo);
            return accept(proposal);
        }
        return flights.oneAtATime(
                key,
                () -> {
                    if (productions.inFlight(key).isPresent()) {
                        return storedAfter(generations.accept(proposal), proposal, photo);
                    }
                    store(proposal.production(), photo);
                    return accept(proposal);
                });
    }

    private Acceptance accept(Proposal.Buy proposal) {
        Acceptance acceptance = generations.accept(proposal);
        boolean begun = acceptance instanceof Acceptance.Accepted;
        if (!begun) {
            photos.delete(proposal.production().photo());
        }
        return acceptance;
    }

    /** What was to be joined may have ended meanwhile; then this one buys after all. */
    private Acceptance storedAfter(
            Acceptance acceptance, Proposal.Buy proposal, PhotoOutcome.Ready photo) {
        if (acceptance instanceof Acceptance.Accepted) {
            store(proposal.production(), photo);
        }
        return acceptance;
    }

    private void store(Production production, PhotoOutcome.Ready photo) {
        photos.put(
                production.photo(),
                Content.of(photo.content().get(), photo.facts().type().mediaType()));
    }

    private Proposal.Buy proposal(
            String client,
            CacheKey key,
            GenerationRequest request,
            Choice choice,
            Instant now,
            @Nullable IdempotencyClaim claim) {
        GenerationId id = ids.generation();
        ProductionId productionId = ids.production();
        Instant deadline = now.plus(request.deadline());
        List<Integer> all = IntStream.range(0, request.portrait().count()).boxed().toList();
        Production production =
                new Production(
                        productionId,
                        key,
                        client,
                        id,
                        request.portrait(),
                        request.labels(),
                        ids.photo(productionId),
                        now,
                        deadline,
                        request.cache() != CacheMode.OFF,
                        Stage.QUEUED,
                        purchases.of(productionId, choice, all, 1),
                        List.of(),
                        List.of(),
                        null);
        Generation generation =
                new Generation(
                        id,
                        client,
                        request,
                        new Origin.Bought(),
                        productionId,
                        now,
                        deadline,
                        new GenerationState.Open(),
                        null);
        return new Proposal.Buy(generation, production, request.cache() == CacheMode.USE, claim);
    }
}
