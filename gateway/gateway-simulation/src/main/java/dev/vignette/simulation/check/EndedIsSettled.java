package dev.vignette.simulation.check;

import dev.vignette.generation.Attempt;
import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Account;
import dev.vignette.ledger.Transfer;
import dev.vignette.simulation.world.World;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

final class EndedIsSettled implements Invariant {
    @Override
    public String number() {
        return "I7";
    }

    @Override
    public String sentence() {
        return "an attempt that has ended has its charge, and nothing of it is at risk any more";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        world.rows().allProductions().stream()
                .flatMap(production -> production.attempts().stream())
                .filter(Attempt::ended)
                .filter(attempt -> attempt.cost().isEmpty())
                .forEach(attempt -> broken.accept(attempt.id() + " has ended and has no charge"));
        Set<@Nullable AttemptId> held = new HashSet<>();
        for (Transfer transfer : world.rows().allTransfers()) {
            if (transfer.to() == Account.HELD) {
                held.add(transfer.attempt());
            } else if (transfer.from() == Account.HELD) {
                held.remove(transfer.attempt());
            }
        }
        world.rows().allProductions().stream()
                .flatMap(production -> production.attempts().stream())
                .filter(attempt -> attempt.ended() && held.contains(attempt.id()))
                .forEach(attempt -> broken.accept(attempt.id() + " has ended and is held for"));
    }
}
