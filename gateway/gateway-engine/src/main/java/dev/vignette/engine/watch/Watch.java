package dev.vignette.engine.watch;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WatchesJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Watches jobs in flight, account by account, where providers show many in one call. */
public final class Watch implements AutoCloseable {
    private final Map<ImageProvider, AccountWatch> accounts = new ConcurrentHashMap<>();
    private final CallBudgets budgets;
    private final Surroundings around;

    /** Watches nothing yet. */
    public Watch(CallBudgets budgets, Surroundings around) {
        this.budgets = budgets;
        this.around = around;
    }

    /**
     * A post from which that job can be watched; empty where the provider shows one at a time.
     *
     * @param slot where the job is
     * @param task the job
     * @param startedAt when its order was sent
     * @param pictures how many were ordered
     * @param bell rung when there is something to be known of it; must be quick
     */
    public Optional<Post> post(
            ProviderSlot slot, TaskHandle task, Instant startedAt, int pictures, Runnable bell) {
        if (!(slot.provider() instanceof WatchesJobs)) {
            return Optional.empty();
        }
        String name = slot.provider().name();
        AccountWatch account =
                accounts.computeIfAbsent(
                        slot.provider(),
                        _ -> new AccountWatch(name, () -> lists(name, slot), around.waits()));
        long now = around.waits().nanoTime();
        Duration age = Duration.between(startedAt, around.now());
        long bornAt = now - Math.max(0, age.toNanos());
        Subject subject = new Subject(task, startedAt, pictures, bell, bornAt, now);
        return Optional.of(new Post(account, subject, around.waits()));
    }

    /**
     * Within the limits it has now. A job stays with the account it was sent to: one of the same
     * name that is reached otherwise is another, and shows none of its jobs.
     */
    private Lists lists(String name, ProviderSlot known) {
        ProviderSlot now = around.inForce().providers().getOrDefault(name, known);
        ProviderSlot slot = now.provider().equals(known.provider()) ? now : known;
        if (slot.provider() instanceof WatchesJobs list) {
            return new Lists(list, slot, budgets, around);
        }
        throw new IllegalStateException("only accounts that can be watched have a watch");
    }

    /** Watches nothing any more; readings on their way are not waited for. */
    @Override
    public void close() {
        accounts.values().forEach(AccountWatch::close);
    }
}
