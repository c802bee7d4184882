package dev.vignette.tck.memory;

import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Production;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.store.Acceptance;
import dev.vignette.store.GenerationQuery;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.IdempotencyClaim;
import dev.vignette.store.Proposal;
import dev.vignette.tck.memory.MemoryRows.ClientKey;
import dev.vignette.tck.memory.MemoryRows.UsedKey;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Generations in memory. */
final class MemoryGenerationStore implements GenerationStore {
    private static final Duration KEY_LIFE = Duration.ofDays(7);
    private static final Comparator<Generation> OLDEST_FIRST =
            Comparator.comparing(Generation::createdAt).thenComparing(known -> known.id().value());

    private final MemoryRows rows;

    MemoryGenerationStore(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public Acceptance accept(Proposal proposal) {
        return rows.transact(() -> {
            IdempotencyClaim claim = proposal.claim();
            if (claim == null) {
                return begin(proposal);
            }
            Generation generation = proposal.generation();
            Optional<Claimed> used = living(generation.client(), claim.key());
            if (used.isPresent()) {
                return again(used.get(), claim);
            }
            Acceptance begun = begin(proposal);
            if (begun instanceof Acceptance.Accepted || begun instanceof Acceptance.Joined) {
                rows.keys.put(
                        new ClientKey(generation.client(), claim.key()),
                        new UsedKey(new Claimed(claim, generation.id()), rows.now()));
            }
            return begun;
        });
    }

    private Acceptance again(Claimed used, IdempotencyClaim claim) {
        return used.claim().equals(claim)
                ? new Acceptance.Replayed(rows.generation(used.generation()).read())
                : new Acceptance.KeyReused();
    }

    private Acceptance begin(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Take(Generation generation, var _) -> {
                if (!rows.serves(generation.production())) {
                    yield new Acceptance.Missed();
                }
                add(generation);
                yield new Acceptance.Accepted(generation);
            }
            case Proposal.Buy buy when buy.joins() ->
                    rows.productions.values().stream()
                            .filter(row -> row.joinableFor(buy.production().key()))
                            .findFirst()
                            .map(row -> join(buy.generation(), row))
                            .orElseGet(() -> buy(buy));
            case Proposal.Buy buy -> buy(buy);
        };
    }

    private Acceptance buy(Proposal.Buy buy) {
        Production production = buy.production();
        Optional<BudgetUse> exceeded =
                rows.transfers.hold(
                        production.attempts(), production.client(), buy.budgets(), rows.now());
        if (exceeded.isPresent()) {
            return new Acceptance.OverBudget(exceeded.get());
        }
        rows.productions.put(production.id(), new ProductionRow(production, buy.joins()));
        rows.production(production.id()).note(production.attempts(), buy.why(), rows.now());
        rows.agenda.add(production.id());
        add(buy.generation());
        return new Acceptance.Accepted(buy.generation());
    }

    private Acceptance join(Generation generation, ProductionRow row) {
        row.prolong(generation.deadline());
        Production production = row.read();
        Generation joined =
                new Generation(
                        generation.id(),
                        generation.client(),
                        generation.request(),
                        new Origin.Joined(production.source()),
                        production.id(),
                        generation.createdAt(),
                        generation.deadline(),
                        generation.state(),
                        generation.avoided());
        add(joined);
        return new Acceptance.Joined(joined);
    }

    private void add(Generation generation) {
        rows.generations.put(generation.id(), new GenerationRow(generation));
    }

    @Override
    public Optional<Claimed> claimed(String client, String key) {
        return rows.transact(() -> living(client, key));
    }

    private Optional<Claimed> living(String client, String key) {
        return Optional.ofNullable(rows.keys.get(new ClientKey(client, key)))
                .filter(used -> used.usedAt().plus(KEY_LIFE).isAfter(rows.now()))
                .map(UsedKey::claimed);
    }

    @Override
    public Optional<Generation> find(GenerationId id) {
        return rows.transact(
                () -> Optional.ofNullable(rows.generations.get(id)).map(GenerationRow::read));
    }

    @Override
    public List<Generation> list(GenerationQuery query) {
        return rows.transact(() -> {
            GenerationId after = query.after();
            Optional<Generation> last =
                    Optional.ofNullable(after).map(id -> rows.generation(id).read());
            return rows.generations.values().stream()
                    .map(GenerationRow::read)
                    .filter(known -> matches(query, known))
                    .filter(known ->
                            last.map(end -> OLDEST_FIRST.compare(known, end) < 0).orElse(true))
                    .sorted(OLDEST_FIRST.reversed())
                    .limit(query.limit())
                    .toList();
        });
    }

    private boolean matches(GenerationQuery query, Generation known) {
        Production production = rows.production(known.production()).read();
        return query.client().equals(known.client())
                && (query.status() == null || query.status().equals(status(known, production)))
                && (query.kind() == null || query.kind() == known.request().portrait().kind())
                && (query.subject() == null || query.subject().equals(known.request().subject()))
                && (query.provider() == null
                        || production.attempts().stream()
                                .anyMatch(a -> a.provider().equals(query.provider())));
    }

    private static String status(Generation generation, Production production) {
        return switch (generation.state()) {
            case GenerationState.Open _ -> production.stage().wireName();
            case GenerationState.Succeeded _ -> "succeeded";
            case GenerationState.Failed _ -> "failed";
            case GenerationState.Canceled _ -> "canceled";
            case GenerationState.Erased _ -> "erased";
        };
    }

    @Override
    public List<Generation> open(ProductionId production) {
        return rows.transact(() ->
                rows.of(production).filter(GenerationRow::open).map(GenerationRow::read).toList());
    }

    @Override
    public boolean end(GenerationId id, GenerationState state) {
        return rows.transact(() -> {
            GenerationRow row = rows.generations.get(id);
            if (row == null || !row.open()) {
                return false;
            }
            row.end(state);
            rows.closeWhenAbandoned(row.production());
            return true;
        });
    }
}
