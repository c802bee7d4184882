package dev.vignette.simulation.gateway;

import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.SimulatedWaits;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One gateway's line to the database. Every call of a store that goes through it may fail, hang or
 * lose its answer, and the gateway may die or be paused right before or after it.
 */
final class Connection {
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(12);

    /** Called with a lock of the cache held, where no thread may give way to another. */
    private static final Set<String> HELD = Set.of("made");

    private static final Set<String> READS =
            Set.of(
                    "find",
                    "list",
                    "open",
                    "claimed",
                    "pending",
                    "of",
                    "freed",
                    "inFlight",
                    "tasks",
                    "withPhotos",
                    "withPictures",
                    "orphans",
                    "lastDeparture",
                    "forsaken");

    private final Machine machine;
    private final Scene scene;
    private final Runnable kill;
    private final Runnable written;
    private final SimulatedWaits waits;
    private long cutUntil;

    /**
     * @param kill ends the process
     * @param written told after every transaction that went through
     */
    Connection(Machine machine, Scene scene, Runnable kill, Runnable written) {
        this.machine = machine;
        this.scene = scene;
        this.kill = kill;
        this.written = written;
        this.waits = new SimulatedWaits(machine);
    }

    /** That store, reached through this line. */
    <T> T to(Class<T> port, T store) {
        InvocationHandler handler = (_, method, arguments) -> call(store, method, arguments);
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }

    /** Whether the database can be reached. */
    boolean connected() {
        return scene.scheduler().now() >= cutUntil;
    }

    /** It cannot be reached for that long. */
    void cut(Duration length) {
        cutUntil = scene.scheduler().now() + length.toNanos();
    }

    private Object call(Object store, Method method, Object[] arguments) throws Throwable {
        if (HELD.contains(method.getName())) {
            return invoke(store, method, arguments);
        }
        before(method);
        Object result = invoke(store, method, arguments);
        if (!READS.contains(method.getName())) {
            tell(() -> Telling.of(method, arguments, result));
            written.run();
        }
        after(method);
        return result;
    }

    private void before(Method method) {
        Machine.giveWay();
        dies(Fault.CRASH_BEFORE_COMMIT, method);
        if (!connected()) {
            throw new DatabaseGone("the database cannot be reached");
        }
        if (scene.faults().strikes(Fault.COMMIT_SLOW)) {
            hang(scene.faults().chance().between(Duration.ofMillis(10), LONGEST_COMMIT));
        }
        if (scene.faults().strikes(Fault.COMMIT_FAILS)) {
            tell(() -> method.getName() + " fails");
            throw new DatabaseGone("the transaction failed");
        }
    }

    private void after(Method method) {
        dies(Fault.CRASH_AFTER_COMMIT, method);
        if (scene.faults().strikes(Fault.COMMIT_ANSWER_LOST)) {
            tell(() -> "the answer to " + method.getName() + " is lost");
            throw new DatabaseGone("nobody knows what became of the transaction");
        }
        if (scene.faults().strikes(Fault.PAUSE_AFTER_COMMIT)) {
            Duration pause = scene.faults().chance().between(Duration.ofMillis(100), LONGEST_PAUSE);
            tell(() -> "is paused for " + pause);
            machine.freeze(pause);
        }
        Machine.giveWay();
    }

    private void tell(Supplier<String> what) {
        scene.story().tell(machine.toString(), what);
    }

    private void dies(Fault fault, Method method) {
        if (scene.faults().strikes(fault)) {
            tell(() -> fault + " at " + method.getName());
            kill.run();
            Machine.giveWay();
        }
    }

    private void hang(Duration length) {
        try {
            waits.pause(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Object invoke(Object store, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
