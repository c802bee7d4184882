package dev.vignette.store;

import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what apps asked for. When a method returns, what it wrote survives the death of the process
 * and of the machine. All methods block and may be called from many threads at once.
 */
public interface GenerationStore {

    /**
     * Accepts a generation: the idempotency key, the generation and, where something is to be
     * bought, the production, its attempts and its entry in the {@link Agenda} are one transaction.
     *
     * <p>A key decides first. A {@link Proposal.Take} is missed when every generation that refers
     * to its production was erased, or its pictures were deleted. Without a conflict, a {@link
     * Proposal.Buy} that may join does so when a joinable production with the same {@link
     * dev.vignette.portrait.CacheKey} is not {@link dev.vignette.generation.Stage#DONE}; of many at
     * once exactly one begins a production. The production's deadline then becomes the later of the
     * two. Joinable is what was begun by a proposal that may join itself, as long as a generation
     * of it is open: what nobody waits for may be about to be called off.
     */
    Acceptance accept(Proposal proposal);

    /** What was accepted under a client's key and with what content, or empty. Keys live 7 days. */
    Optional<Claimed> claimed(String client, String key);

    /** The generation, or empty when there is none of that id. */
    Optional<Generation> find(GenerationId id);

    /** A page of a client's generations, newest first. */
    List<Generation> list(GenerationQuery query);

    /** The generations of a production that are open, the one that buys among them. */
    List<Generation> open(ProductionId production);

    /**
     * Ends an open generation. When nobody else waits for its production, that can no longer be
     * joined.
     *
     * @return whether it was open; otherwise nothing changed
     */
    boolean end(GenerationId id, GenerationState state);

    /**
     * A key in use.
     *
     * @param claim the key and its content
     * @param generation what was accepted with it
     */
    record Claimed(IdempotencyClaim claim, GenerationId generation) {}
}
