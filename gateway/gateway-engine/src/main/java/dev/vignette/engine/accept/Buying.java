package dev.vignette.engine.accept;

import dev.vignette.engine.intake.PhotoOutcome;
import dev.vignette.engine.route.Routing.Routed;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.work.Flights;
import dev.vignette.engine.work.Purchases;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Budget;
import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.CacheMode;
import dev.vignette.store.Acceptance;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.IdempotencyClaim;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proposes a generation whose pictures have to be bought, or that joins one being bought. */
public final class Buying {
    private static final Logger LOG = LoggerFactory.getLogger(Buying.class);

    private final GenerationStore generations;
    private final ProductionStore productions;
    private final ObjectStore photos;
    private final MadeBefore made;
    private final Flights flights;
    private final Purchases purchases;
    private final Ids ids;

    /**
     * @param generations keeps generations
     * @param productions keeps productions
     * @param photos where reference photos are kept until they are not needed any more
     * @param made what serves later requests
     * @param flights orders identical requests
     * @param ids makes ids
     * @param around what everything lives in
     */
    public Buying(
            GenerationStore generations,
            ProductionStore productions,
            ObjectStore photos,
            MadeBefore made,
            Flights flights,
            Ids ids,
            Surroundings around) {
        this.generations = generations;
        this.productions = productions;
        this.photos = photos;
        this.made = made;
        this.flights = flights;
        this.purchases = new Purchases(ids, around);
        this.ids = ids;
    }

    /**
     * Accepts the generation, durably, with its reference photo stored, unless a budget of its
     * client does not allow it; empty when somebody else has made its pictures meanwhile and
     * nothing has to be bought.
     *
     * @throws StoreUnavailable when the photo cannot be stored now; nothing was accepted
     */
    public Optional<Acceptance> accept(
            String client,
            GenerationRequest request,
            PhotoOutcome.Ready photo,
            Routed routed,
            List<Budget> budgets,
            Instant now,
            @Nullable IdempotencyClaim claim) {
        CacheKey key = CacheKey.of(client, request.portrait());
        Proposal.Buy proposal = proposal(client, key, request, routed, budgets, now, claim);
        if (!proposal.joins()) {
            return Optional.of(begin(proposal, photo));
        }
        return flights.oneAtATime(
                key,
                () -> {
                    if (productions.inFlight(key).isPresent()) {
                        return Optional.of(join(proposal, photo));
                    }
                    return made.find(key).isPresent()
                            ? Optional.empty()
                            : Optional.of(begin(proposal, photo));
                });
    }

    private Acceptance begin(Proposal.Buy proposal, PhotoOutcome.Ready photo) {
        store(proposal.production(), photo);
        Acceptance acceptance = generations.accept(proposal);
        if (!(acceptance instanceof Acceptance.Accepted)) {
            photos.delete(proposal.production().photo());
        }
        return acceptance;
    }

    /** Another gateway may have ended what was to be joined; then this one buys after all. */
    private Acceptance join(Proposal.Buy proposal, PhotoOutcome.Ready photo) {
        Acceptance acceptance = generations.accept(proposal);
        if (acceptance instanceof Acceptance.Accepted) {
            try {
                store(proposal.production(), photo);
            } catch (StoreUnavailable e) {
                LOG.warn("{}: accepted, but its photo is missing", proposal.generation().id(), e);
            }
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
            Routed routed,
            List<Budget> budgets,
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
                        request.terms(),
                        request.labels(),
                        ids.photo(productionId),
                        now,
                        deadline,
                        request.cache() != CacheMode.OFF,
                        Stage.QUEUED,
                        purchases.of(productionId, request.portrait(), routed.chosen(), all, 1),
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
        return new Proposal.Buy(
                generation,
                production,
                routed.why(),
                budgets,
                request.cache() == CacheMode.USE,
                claim);
    }
}
