package dev.vignette.tck.memory;

import static java.util.Comparator.comparing;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Generation;
import dev.vignette.generation.Mandate;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.Charge;
import dev.vignette.money.Money;
import dev.vignette.portrait.CacheKey;
import dev.vignette.store.Allowance;
import dev.vignette.store.Finish;
import dev.vignette.store.Planned;
import dev.vignette.store.ProductionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Productions, attempts and pictures in memory. */
final class MemoryProductionStore implements ProductionStore {
    private final MemoryRows rows;

    MemoryProductionStore(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Production> find(ProductionId id) {
        return rows.transact(
                () -> Optional.ofNullable(rows.productions.get(id)).map(ProductionRow::read));
    }

    @Override
    public Optional<Production> made(CacheKey key, Instant notBefore) {
        return rows.transact(() ->
                rows.productions.values().stream()
                        .filter(row -> row.serves(key, notBefore))
                        .map(ProductionRow::read)
                        .max(comparing(made -> made.finished().orElseThrow())));
    }

    @Override
    public Optional<ProductionId> inFlight(CacheKey key) {
        return rows.transact(() ->
                rows.productions.values().stream()
                        .filter(row -> row.joinableFor(key))
                        .map(row -> row.read().id())
                        .findFirst());
    }

    @Override
    public Planned plan(
            ProductionId production,
            List<Attempt> attempts,
            RoutingRecord why,
            Optional<Allowance> allowance,
            List<Budget> budgets) {
        return rows.transact(() -> {
            ProductionRow row = rows.production(production);
            boolean late = attempts.stream().allMatch(a -> a.mandate() == Mandate.OPERATOR);
            if (!row.follow(attempts) || (row.done() && !late)) {
                return Planned.OUTDATED;
            }
            if (allowance.isPresent() && exceeded(allowance.get(), attempts)) {
                return Planned.OVER_ALLOWANCE;
            }
            String client = row.read().client();
            if (rows.transfers.hold(attempts, client, budgets, rows.now()).isPresent()) {
                return Planned.OVER_BUDGET;
            }
            row.add(attempts, why, rows.now());
            rows.agenda.add(production);
            return Planned.DONE;
        });
    }

    /** Whether these attempts and the others that count come to more than that. */
    private boolean exceeded(Allowance allowance, List<Attempt> attempts) {
        String provider = attempts.getFirst().provider();
        Mandate mandate = attempts.getFirst().mandate();
        Stream<Attempt> before =
                rows.productions.values().stream()
                        .flatMap(row -> row.plannedSince(allowance.since()))
                        .filter(attempt -> attempt.provider().equals(provider));
        Money sum =
                Stream.concat(before, attempts.stream())
                        .filter(attempt -> attempt.mandate() == mandate)
                        .flatMap(attempt -> Stream.ofNullable(inVain(attempt)))
                        .filter(money -> money.currency().equals(allowance.limit().currency()))
                        .reduce(Money.zero(allowance.limit().currency()), Money::plus);
        return sum.micros() > allowance.limit().micros();
    }

    static @Nullable Money inVain(Attempt attempt) {
        return attempt.cost().flatMap(charge -> charge.cost().amount()).orElse(attempt.atRisk());
    }

    @Override
    public boolean advance(Attempt next) {
        return rows.transact(() -> {
            boolean moved = rows.production(next.production()).move(next);
            if (moved && next.state() instanceof AttemptState.Accepted) {
                rows.agenda.add(next.production());
            }
            return moved;
        });
    }

    @Override
    public boolean conclude(Attempt ended, Charge charge, List<Picture> pictures) {
        return rows.transact(() -> {
            ProductionRow row = rows.production(ended.production());
            boolean ends = !row.charged(ended) && row.move(ended.charged(charge));
            if (!ends && rows.chargesAreUnique) {
                return false;
            }
            rows.write(charge);
            pictures.forEach(row::add);
            row.storingWhenBought();
            if (!pictures.isEmpty()) {
                rows.agenda.add(ended.production());
            }
            return true;
        });
    }

    @Override
    public boolean settle(Picture picture) {
        return rows.transact(() -> rows.production(picture.production()).settle(picture));
    }

    @Override
    public Optional<List<Generation>> finish(Finish finish) {
        return rows.transact(() -> {
            ProductionRow row = rows.production(finish.production());
            if (row.done()) {
                return Optional.of(List.of());
            }
            if (row.read().changes() != finish.seen()) {
                return Optional.empty();
            }
            row.finish(finish);
            if (!row.underWay()) {
                rows.agenda.remove(finish.production());
            }
            return Optional.of(ended(finish));
        });
    }

    private List<Generation> ended(Finish finish) {
        List<GenerationRow> ended =
                rows.of(finish.production()).filter(GenerationRow::open).toList();
        ended.forEach(generation -> {
            generation.end(finish.outcome());
            generation.save(finish.avoided());
        });
        return ended.stream().map(GenerationRow::read).toList();
    }
}
