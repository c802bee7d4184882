package dev.vignette.simulation.gateway;

import dev.vignette.id.ProductionId;
import dev.vignette.simulation.time.Machine;
import dev.vignette.store.Agenda;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One gateway's view of the shared table of work. */
final class SimulatedAgenda implements Agenda {
    private static final Duration POLLING = Duration.ofSeconds(2);

    private final AgendaTable table;
    private final Machine machine;
    private final String owner;
    private final BooleanSupplier connected;
    private final Predicate<ProductionId> leave;
    private final Set<ProductionId> underWay = new HashSet<>();
    private final List<Recurring> recurring = new ArrayList<>();
    private @Nullable Consumer<ProductionId> work;

    /**
     * @param connected whether the database can be reached from here now
     * @param leave takes an entry out, unless something has come up
     */
    SimulatedAgenda(
            AgendaTable table,
            Machine machine,
            BooleanSupplier connected,
            Predicate<ProductionId> leave) {
        this.table = table;
        this.machine = machine;
        this.owner = machine.toString();
        this.connected = connected;
        this.leave = leave;
    }

    private record Recurring(String name, Duration pause, Runnable task) {}

    @Override
    public void begin(Consumer<ProductionId> given) {
        work = given;
        poll();
        heartbeat();
    }

    @Override
    public void wake(ProductionId production) {
        Consumer<ProductionId> given = work;
        if (given == null || underWay.contains(production) || !connected.getAsBoolean()) {
            return;
        }
        if (table.pick(production, owner)) {
            underWay.add(production);
            machine.start("work", () -> see(given, production));
        }
    }

    private void see(Consumer<ProductionId> given, ProductionId production) {
        try {
            given.accept(production);
            boolean _ = table.over(production, owner) && leave.test(production);
        } catch (RuntimeException _) {
            table.giveBack(production, owner);
        } finally {
            underWay.remove(production);
        }
    }

    @Override
    public void every(String name, Duration pause, Runnable task) {
        recurring.add(new Recurring(name, pause, task));
    }

    private void poll() {
        again(POLLING, this::poll);
        if (machine.frozen() || !connected.getAsBoolean()) {
            return;
        }
        table.due().forEach(this::wake);
        for (Recurring task : recurring) {
            if (table.pickRecurring(task.name(), owner)) {
                machine.start(task.name(), () -> recur(task));
            }
        }
    }

    private void recur(Recurring task) {
        try {
            task.task().run();
        } catch (RuntimeException _) {
            // it runs again at its next turn
        } finally {
            table.done(task.name(), owner, task.pause());
        }
    }

    private void heartbeat() {
        again(AgendaTable.HEARTBEAT, this::heartbeat);
        if (!machine.frozen() && connected.getAsBoolean()) {
            table.heartbeat(owner);
        }
    }

    private void again(Duration pause, Runnable next) {
        if (!machine.dead() && work != null) {
            machine.scheduler().after(pause, next);
        }
    }

    /** Nothing more is given out; the simulation stops gateways by killing them. */
    @Override
    public void close() {
        work = null;
    }
}
