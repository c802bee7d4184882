package dev.vignette.server.http;

import static java.util.Comparator.comparing;

import dev.vignette.engine.Generations;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.PhotoProblem;
import dev.vignette.engine.request.PhotoSource;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.Avoided;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.ImageType;
import dev.vignette.store.Erasure;
import dev.vignette.store.GenerationQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An engine in memory: accepts, remembers keys, serves identical requests from what was made, and
 * goes on only when a test says so.
 */
public final class InMemoryGenerations implements Generations {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Money PRICE = new Money(40_000, USD);

    private final Clock clock;
    private final InMemoryObjects objects;
    private final Map<GenerationId, Snapshot> snapshots = new LinkedHashMap<>();
    private final Map<List<String>, Claim> claims = new HashMap<>();
    private final Map<CacheKey, GenerationId> made = new HashMap<>();
    private final Map<GenerationId, Erasure> erasures = new HashMap<>();
    private final Deque<Creation> scripted = new ArrayDeque<>();
    private final Deque<GenerationAsk> asked = new ArrayDeque<>();

    private record Claim(String content, GenerationId generation) {}

    public InMemoryGenerations(Clock clock, InMemoryObjects objects) {
        this.clock = clock;
        this.objects = objects;
    }

    /** The next request becomes of this, whatever it asks. */
    public synchronized void answerNextWith(Creation creation) {
        scripted.add(creation);
    }

    /** What was asked last. */
    public synchronized GenerationAsk asked() {
        return asked.getLast();
    }

    /** How many requests reached the engine. */
    public synchronized int count() {
        return asked.size();
    }

    @Override
    public synchronized Creation create(Client client, GenerationAsk ask) {
        asked.add(ask);
        if (!scripted.isEmpty()) {
            return scripted.remove();
        }
        if (ask.photo() instanceof PhotoSource.Inline(byte[] bytes)
                && ImageType.sniff(bytes).isEmpty()) {
            return new Creation.PhotoRefused(
                    new PhotoProblem(PhotoProblem.Kind.UNSUPPORTED_TYPE, "no known type"));
        }
        List<String> key = List.of(client.name(), String.valueOf(ask.idempotencyKey()));
        String content = Samples.content(ask);
        Claim claim = ask.idempotencyKey() == null ? null : claims.get(key);
        if (claim != null) {
            return claim.content().equals(content)
                    ? new Creation.Replayed(snapshot(claim.generation()))
                    : new Creation.KeyReused();
        }
        Snapshot accepted = accept(client, ask);
        snapshots.put(accepted.generation().id(), accepted);
        claims.put(key, new Claim(content, accepted.generation().id()));
        return new Creation.Created(accepted);
    }

    private Snapshot accept(Client client, GenerationAsk ask) {
        Generation generation =
                Samples.generation(client, ask, clock.instant(), snapshots.size() + 1);
        CacheKey key = CacheKey.of(client.name(), generation.request().portrait());
        GenerationId source = made.get(key);
        if (source == null) {
            Production production = Samples.production(generation, key);
            Cost estimate = new Cost(PRICE, Certainty.ESTIMATED);
            return new Snapshot(generation, production, estimate, List.of());
        }
        return hit(generation, snapshot(source));
    }

    private static Snapshot hit(Generation generation, Snapshot source) {
        Instant madeAt = Objects.requireNonNull(source.production().finishedAt());
        Generation served =
                new Generation(
                        generation.id(),
                        generation.client(),
                        generation.request(),
                        new Origin.Hit(source.generation().id(), madeAt),
                        source.production().id(),
                        generation.createdAt(),
                        generation.deadline(),
                        new GenerationState.Succeeded(generation.createdAt()),
                        new Avoided("replicate", "portrait-series", 4, PRICE));
        return new Snapshot(
                served,
                source.production(),
                new Cost(Money.zero(USD), Certainty.PRICE_BOOK),
                List.of());
    }

    /** Lets a generation go on to that stage. */
    public void advance(GenerationId id, Stage stage) {
        change(id, before -> Samples.at(before, stage));
    }

    /** Lets a generation end. */
    public void end(GenerationId id, GenerationState state) {
        change(id, before -> Samples.ended(before, state, clock.instant()));
    }

    /** Lets a generation have its pictures stored and succeed. */
    public void succeed(GenerationId id) {
        change(
                id,
                before -> {
                    Snapshot after = Samples.succeeded(before, objects, clock.instant());
                    made.put(after.production().key(), id);
                    return after;
                });
    }

    /** Replaces what is known of a generation. */
    public synchronized void change(GenerationId id, UnaryOperator<Snapshot> change) {
        snapshots.put(id, change.apply(snapshot(id)));
        notifyAll();
    }

    private synchronized Snapshot snapshot(GenerationId id) {
        return Objects.requireNonNull(snapshots.get(id));
    }

    @Override
    public synchronized Optional<Snapshot> find(Client client, GenerationId id) {
        return Optional.ofNullable(snapshots.get(id))
                .filter(snapshot -> snapshot.generation().client().equals(client.name()));
    }

    @Override
    public synchronized Optional<Snapshot> await(
            Client client, GenerationId id, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<Snapshot> now = find(client, id);
        try {
            while (now.isPresent() && !now.get().generation().done()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return now;
                }
                wait(left);
                now = find(client, id);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return now;
    }

    @Override
    public synchronized List<Snapshot> list(GenerationQuery query) {
        return snapshots.values().stream()
                .filter(snapshot -> Samples.matches(snapshot, query))
                .sorted(comparing((Snapshot s) -> s.generation().id().value()).reversed())
                .filter(s -> Samples.isAfter(s.generation().id(), query.after()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized Cancellation cancel(Client client, GenerationId id) {
        Snapshot snapshot = find(client, id).orElse(null);
        if (snapshot == null) {
            return new Cancellation.None();
        }
        GenerationState state = snapshot.generation().state();
        if (state instanceof GenerationState.Open) {
            end(id, new GenerationState.Canceled(clock.instant()));
            return new Cancellation.Done(snapshot(id));
        }
        return state instanceof GenerationState.Canceled
                ? new Cancellation.Done(snapshot)
                : new Cancellation.AlreadyFinished(snapshot);
    }

    @Override
    public synchronized Optional<Picture> picture(GenerationId id, int index) {
        return Optional.ofNullable(snapshots.get(id)).stream()
                .filter(s -> !(s.generation().state() instanceof GenerationState.Erased))
                .flatMap(s -> s.production().pictures().stream())
                .filter(picture -> picture.index() == index)
                .filter(picture -> picture.state() instanceof PictureState.Stored)
                .findFirst();
    }

    @Override
    public synchronized boolean erased(GenerationId id) {
        return Optional.ofNullable(snapshots.get(id))
                .filter(s -> s.generation().state() instanceof GenerationState.Erased)
                .isPresent();
    }

    @Override
    public synchronized Optional<Erasure> erase(Client client, GenerationId id) {
        return find(client, id)
                .map(_ ->
                        erasures.computeIfAbsent(
                                id,
                                _ -> {
                                    Instant now = clock.instant();
                                    end(id, new GenerationState.Erased(now));
                                    return Samples.erasure(client, id, now);
                                }));
    }

    @Override
    public synchronized Optional<Erasure> erasure(Client client, ErasureId id) {
        return erasures.values().stream()
                .filter(erasure -> erasure.id().equals(id))
                .filter(erasure -> erasure.client().equals(client.name()))
                .findFirst();
    }
}
