package dev.vignette.simulation.check;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Generation;
import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.simulation.world.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that was ever written in a world, also what a restored backup does not know. */
final class History {
    private final Map<AttemptId, Attempt> ever = new LinkedHashMap<>();
    private Map<AttemptId, Attempt> attempts = new HashMap<>();
    private Map<GenerationId, Generation> generations = new HashMap<>();
    private List<Move<Attempt>> attemptMoves = List.of();
    private List<Move<Generation>> generationMoves = List.of();
    private int restored;

    /** A change from what was there before, which is {@code null} for something new. */
    record Move<T>(@Nullable T before, T after) {}

    /** Takes in what is written now. */
    void see(World world) {
        if (restored != world.restored()) {
            restored = world.restored();
            attempts = new HashMap<>();
            generations = new HashMap<>();
        }
        Map<AttemptId, Attempt> nowAttempts = new HashMap<>();
        List<Move<Attempt>> moved = new ArrayList<>();
        for (Production production : world.rows().allProductions()) {
            for (Attempt attempt : production.attempts()) {
                nowAttempts.put(attempt.id(), attempt);
                moved(attempts.get(attempt.id()), attempt).ifPresent(moved::add);
            }
        }
        attempts = nowAttempts;
        ever.putAll(nowAttempts);
        attemptMoves = moved;
        seeGenerations(world);
    }

    private void seeGenerations(World world) {
        Map<GenerationId, Generation> now = new HashMap<>();
        List<Move<Generation>> moved = new ArrayList<>();
        for (Generation generation : world.rows().allGenerations()) {
            now.put(generation.id(), generation);
            moved(generations.get(generation.id()), generation).ifPresent(moved::add);
        }
        generations = now;
        generationMoves = moved;
    }

    private static <T> Optional<Move<T>> moved(@Nullable T before, T after) {
        return after.equals(before) ? Optional.empty() : Optional.of(new Move<>(before, after));
    }

    /** How attempts have changed by the last transaction. */
    List<Move<Attempt>> attemptMoves() {
        return attemptMoves;
    }

    /** How generations have changed by the last transaction. */
    List<Move<Generation>> generationMoves() {
        return generationMoves;
    }

    /** Every attempt there ever was, as it was last. */
    Collection<Attempt> everyAttempt() {
        return ever.values();
    }

    /** The attempt as it was last, or empty when it was never written down. */
    Optional<Attempt> attempt(AttemptId id) {
        return Optional.ofNullable(ever.get(id));
    }

    /** The attempt as it is in the database now. */
    Optional<Attempt> current(AttemptId id) {
        return Optional.ofNullable(attempts.get(id));
    }
}
