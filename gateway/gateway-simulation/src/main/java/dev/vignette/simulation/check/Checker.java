package dev.vignette.simulation.check;

import dev.vignette.simulation.world.World;
import java.util.ArrayList;
import java.util.List;

/** Looks after every transaction, and once more at rest, whether everything holds that must. */
public final class Checker implements World.Watch {
    private static final List<Invariant> ALWAYS =
            List.of(
                    new OnePostPerAttempt(),
                    new NothingBoughtTwice(),
                    new NoDuplicateWhereListed(),
                    new ChargesAreUnique(),
                    new BudgetHolds(),
                    new NoHoldBeyondABudget(),
                    new AccountsAreTheLedger(),
                    new EndedIsSettled(),
                    new StatesGoForward(),
                    new FollowersEndWithTheirLeader());

    private static final List<Invariant> AT_REST =
            List.of(
                    new EverythingEnds(),
                    new EveryJobCharged(),
                    new LedgerIsInvoice(),
                    new PaidPicturesAreKept(),
                    new OneGenerationPerKey(),
                    new ErasedIsGone());

    private final History history = new History();
    private final List<Breach> breaches = new ArrayList<>();

    @Override
    public void written(World world) {
        history.see(world);
        check(world, ALWAYS);
        if (!breaches.isEmpty()) {
            world.stop();
        }
    }

    /** Looks at a world that has come to rest. */
    public void atRest(World world) {
        history.see(world);
        if (breaches.isEmpty()) {
            check(world, ALWAYS);
            check(world, AT_REST);
        }
    }

    /** What did not hold; empty when all is well. */
    public List<Breach> breaches() {
        return List.copyOf(breaches);
    }

    private void check(World world, List<Invariant> invariants) {
        for (Invariant invariant : invariants) {
            invariant.check(
                    world,
                    history,
                    detail ->
                            breaches.add(
                                    new Breach(invariant.number(), invariant.sentence(), detail)));
        }
    }
}
