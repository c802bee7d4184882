package dev.vignette.engine.accept;

import static java.util.Comparator.comparingLong;

import dev.vignette.engine.intake.PhotoIntake;
import dev.vignette.engine.intake.PhotoOutcome;
import dev.vignette.engine.order.Admission;
import dev.vignette.engine.price.Budgets;
import dev.vignette.engine.price.Savings;
import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.route.Demand;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.route.Routing;
import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Observations.CacheOutcome;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.ContentHash;
import dev.vignette.store.Acceptance;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.IdempotencyClaim;
import dev.vignette.store.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request in: its key, its photo, pictures made before, its route, and at last the rows
 * that make it accepted. Everything that can be refused is refused before that.
 */
public final class Acceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptor.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration UNTIL_RESUMED = Duration.ofSeconds(30);

    private final GenerationStore generations;
    private final PhotoIntake photos;
    private final MadeBefore made;
    private final Router router;
    private final Budgets budgets;
    private final Buying buying;
    private final Admission admission;
    private final Ids ids;
    private final Surroundings around;

    /** Puts the way together. */
    public Acceptor(
            GenerationStore generations,
            PhotoIntake photos,
            MadeBefore made,
            Router router,
            Budgets budgets,
            Buying buying,
            Admission admission,
            Ids ids,
            Surroundings around) {
        this.generations = generations;
        this.photos = photos;
        this.made = made;
        this.router = router;
        this.budgets = budgets;
        this.buying = buying;
        this.admission = admission;
        this.ids = ids;
        this.around = around;
    }

    /** What became of a request. */
    public sealed interface Taken {

        /**
         * It was accepted, now or before.
         *
         * @param acceptance how
         * @param production the stored pictures that serve it; {@code null} when they have to be
         *     made
         */
        record In(Acceptance acceptance, @Nullable Production production) implements Taken {}

        /** It was not. */
        record Out(Creation why) implements Taken {}
    }

    /** Takes a request in, or says why not. */
    public Taken take(Client client, GenerationAsk ask) {
        around.pass(Failpoint.C1);
        Optional<IdempotencyClaim> claim = claim(ask);
        Optional<Acceptance> before = claim.flatMap(known -> claimed(client, known));
        if (before.isPresent()) {
            return new Taken.In(before.get(), null);
        }
        if (!client.providers().isEmpty()
                && !ask.providers().isEmpty()
                && ask.providers().stream().noneMatch(client.providers()::contains)) {
            return new Taken.Out(new Creation.NoRoute(notAllowed(ask)));
        }
        return switch (photos.take(ask.photo())) {
            case PhotoOutcome.Refused(var problem) ->
                    new Taken.Out(new Creation.PhotoRefused(problem));
            case PhotoOutcome.Ready photo ->
                    take(
                            client.name(),
                            Normaliser.normalise(client, ask, photo.facts()),
                            photo,
                            claim.orElse(null));
        };
    }

    private Taken take(
            String client,
            GenerationRequest request,
            PhotoOutcome.Ready photo,
            @Nullable IdempotencyClaim claim) {
        Optional<Production> hit =
                request.cache() == CacheMode.USE
                        ? made.find(CacheKey.of(client, request.portrait()))
                        : Optional.empty();
        if (hit.isPresent()) {
            Generation served = served(client, request, hit.get());
            Acceptance acceptance = generations.accept(new Proposal.Take(served, claim));
            if (acceptance instanceof Acceptance.Missed) {
                made.forget(hit.get().key());
                return take(client, request, photo, claim);
            }
            around.observations().requested(request.portrait().kind(), CacheOutcome.HIT);
            return new Taken.In(acceptance, hit.get());
        }
        Optional<String> closed = admission.closed();
        if (closed.isPresent()) {
            return new Taken.Out(
                    new Creation.Unavailable("nothing is bought now: " + closed.get(), SOON));
        }
        Policy policy = around.inForce();
        Demand demand = Demand.of(client, request);
        return switch (router.choose(policy, demand)) {
            case Routing.NoRoute none -> new Taken.Out(noRoute(none, policy, client));
            case Routing.Routed routed -> {
                Optional<Taken> bought = bought(policy, client, request, photo, routed, claim);
                if (!bought.filter(Acceptor::begins).isPresent()) {
                    router.unused(policy, demand, routed);
                }
                yield bought.orElseGet(() -> take(client, request, photo, claim));
            }
        };
    }

    /** Buys, or joins; empty when the pictures were made meanwhile. */
    private Optional<Taken> bought(
            Policy policy,
            String client,
            GenerationRequest request,
            PhotoOutcome.Ready photo,
            Routing.Routed routed,
            @Nullable IdempotencyClaim claim) {
        try {
            Optional<Acceptance> acceptance =
                    buying.accept(
                            client,
                            request,
                            photo,
                            routed,
                            policy.accounting().covering(client),
                            around.now(),
                            claim);
            acceptance.ifPresent(accepted -> observe(request, routed.why(), accepted));
            return acceptance.map(Acceptor::taken);
        } catch (StoreUnavailable e) {
            LOG.warn("A request was turned away: its photo could not be stored", e);
            return Optional.of(
                    new Taken.Out(
                            new Creation.Unavailable("the photo could not be stored now", SOON)));
        }
    }

    private static Taken taken(Acceptance acceptance) {
        return acceptance instanceof Acceptance.OverBudget(BudgetUse use)
                ? new Taken.Out(new Creation.OverBudget(use))
                : new Taken.In(acceptance, null);
    }

    private Creation noRoute(Routing.NoRoute none, Policy policy, String client) {
        return switch (none.cause()) {
            case BUDGET ->
                    budgets.use(policy, client, around.now()).stream()
                            .min(comparingLong(use -> use.left().micros()))
                            .<Creation>map(Creation.OverBudget::new)
                            .orElseGet(() -> new Creation.TooDear(none.candidates()));
            case COST -> new Creation.TooDear(none.candidates());
            case PAUSED ->
                    new Creation.Unavailable(
                            "every provider that could serve this is paused", UNTIL_RESUMED);
            case NOT_ALLOWED, MISFIT, UNPRICED -> new Creation.NoRoute(none.candidates());
        };
    }

    private static boolean begins(Taken taken) {
        return taken instanceof Taken.In(Acceptance.Accepted _, var _);
    }

    private void observe(GenerationRequest request, RoutingRecord why, Acceptance acceptance) {
        Observations observations = around.observations();
        switch (acceptance) {
            case Acceptance.Accepted _ -> {
                observations.requested(request.portrait().kind(), CacheOutcome.MISS);
                observations.routed(
                        request.portrait().kind(), why.provider(), why.reason().wireName());
            }
            case Acceptance.Joined _ ->
                    observations.requested(request.portrait().kind(), CacheOutcome.JOINED);
            case Acceptance.Replayed _,
                    Acceptance.KeyReused _,
                    Acceptance.Missed _,
                    Acceptance.OverBudget _ -> {}
        }
    }

    private Optional<IdempotencyClaim> claim(GenerationAsk ask) {
        String key = ask.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        ContentHash content = RequestIdentity.of(ask);
        return Optional.of(new IdempotencyClaim(key, content));
    }

    /** A key used before decides at once, without fetching a photo again. */
    private Optional<Acceptance> claimed(Client client, IdempotencyClaim claim) {
        return generations
                .claimed(client.name(), claim.key())
                .map(known ->
                        known.claim().equals(claim)
                                ? new Acceptance.Replayed(
                                        generations.find(known.generation()).orElseThrow())
                                : new Acceptance.KeyReused());
    }

    private Generation served(String client, GenerationRequest request, Production hit) {
        Instant now = around.now();
        return new Generation(
                ids.generation(),
                client,
                request,
                new Origin.Hit(hit.source(), hit.finished().orElseThrow()),
                hit.id(),
                now,
                now.plus(request.deadline()),
                new GenerationState.Succeeded(now),
                Savings.of(hit, hit.pictures().size()));
    }

    private static List<Candidate> notAllowed(GenerationAsk ask) {
        Function<String, Candidate> candidate =
                name -> new Candidate(name, "this client may not use it", List.of(), null);
        return ask.providers().stream().map(candidate).toList();
    }
}
