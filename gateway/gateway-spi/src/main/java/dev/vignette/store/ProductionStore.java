package dev.vignette.store;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Generation;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.Charge;
import dev.vignette.portrait.CacheKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps productions, their attempts and pictures. When a method returns, what it wrote survives the
 * death of the process and of the machine. All methods block and may be called from many threads at
 * once; a write that lost a race changes nothing and says so.
 */
public interface ProductionStore {

    /** The production with its attempts and pictures, or empty when there is none of that id. */
    Optional<Production> find(ProductionId id);

    /**
     * The newest production of that key that is done, remembered, not erased, finished at or after
     * {@code notBefore} and whose pictures are all stored; or empty.
     */
    Optional<Production> made(CacheKey key, Instant notBefore);

    /** The production of that key that a new generation would join now, or empty. */
    Optional<ProductionId> inFlight(CacheKey key);

    /**
     * Adds attempts, all preparing, whose numbers follow those that are there. Only attempts with
     * the mandate of an operator are added to a production that is done; it is put back on the
     * {@link Agenda} then.
     *
     * @param why why they are at that provider; kept with them
     * @param allowance what all attempts of these attempts' provider and mandate written down since
     *     then may cost in vain, these included: those that ended with a known cost count with
     *     that, the others with what is at risk; empty when that is not limited
     * @param budgets those that cover the client; none may be exceeded by what they may cost
     */
    Planned plan(
            ProductionId production,
            List<Attempt> attempts,
            RoutingRecord why,
            Optional<Allowance> allowance,
            List<Budget> budgets);

    /**
     * Moves an attempt on: {@code next.version()} is one more than the version it was read with.
     * The first attempt that leaves {@code preparing} moves a queued production to running. One
     * that is {@code accepted} puts its production back on the {@link Agenda} when it was off it.
     *
     * @return false when somebody else moved it; nothing changed
     */
    boolean advance(Attempt next);

    /**
     * Ends an attempt, writes its charge and the pictures it is owed, in one transaction. A picture
     * whose place is taken by one that is awaited or stored is left out; one that is lost gives its
     * place up. When no attempt is left open and a picture is awaited, the production is storing;
     * an attempt in review holds nothing up. With pictures the production is put back on the {@link
     * Agenda} when it was off it: they have to be fetched, however late.
     *
     * @return false when somebody else moved it or it was charged before; nothing changed
     */
    boolean conclude(Attempt ended, Charge charge, List<Picture> pictures);

    /**
     * Moves a picture on from {@code Awaited}. When by that the last ordered picture of a
     * production that is done is stored, identical requests may take them from now on, if they
     * might have had it come in time.
     *
     * @return false when it was not awaited any more; nothing changed
     */
    boolean settle(Picture picture);

    /**
     * Ends a production with every generation of it that is still open and returns the generations
     * that ended by it. On a production that is done already nothing happens. Its entry in the
     * {@link Agenda} goes in the same transaction, unless an attempt is open or a picture awaited:
     * what is paid is seen to its end, also when nobody waits for it.
     *
     * @return empty when its attempts are not those that were seen; nothing changed
     */
    Optional<List<Generation>> finish(Finish finish);
}
