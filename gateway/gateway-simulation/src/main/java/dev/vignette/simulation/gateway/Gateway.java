package dev.vignette.simulation.gateway;

import dev.vignette.engine.Generations;
import dev.vignette.engine.reconcile.Webhooks.Receipt;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.WebhookCall;
import dev.vignette.simulation.time.Answer;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.WallClock;
import dev.vignette.simulation.vendor.Webhooks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One gateway, through all its lives: its disk and its clock outlive the process, everything else
 * is new after a start.
 */
public final class Gateway {
    /** After that a caller hangs up, whatever goes on here. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Premises premises;
    private final Path spool;
    private final WallClock clock;
    private final Runnable written;
    private final List<Answer<?>> calls = new ArrayList<>();
    private int lives;
    private @Nullable Life life;

    /**
     * Not started yet.
     *
     * @param spool where its spool is, which survives a kill
     * @param written told after every transaction
     */
    public Gateway(String name, Premises premises, Path spool, Runnable written) {
        this.name = name;
        this.premises = premises;
        this.spool = spool;
        this.clock = new WallClock(premises.scene().scheduler(), Duration.ZERO);
        this.written = written;
    }

    /** Starts it, unless it runs. */
    public void start() {
        if (life != null) {
            return;
        }
        lives++;
        tell("starts");
        if (premises.alone()) {
            premises.agenda().releaseAll();
        }
        Machine machine = new Machine(name + "." + lives, premises.scene().scheduler());
        life = new Life(machine, clock, premises, spool, this::kill, written);
    }

    /** Ends it between two steps, as {@code kill -9} does: callers see a broken line. */
    public void kill() {
        Life dying = life;
        if (dying == null) {
            return;
        }
        tell("is killed");
        dying.machine().kill();
        dying.losePower();
        life = null;
        List<Answer<?>> broken = List.copyOf(calls);
        calls.clear();
        broken.forEach(Gateway::breakOff);
    }

    @SuppressWarnings("unchecked") // what breaks off is empty, whatever it was to hold
    private static void breakOff(Answer<?> call) {
        ((Answer<Optional<?>>) call).give(Optional.empty());
    }

    /** Nothing runs in it for that long. */
    public void freeze(Duration length) {
        if (life != null) {
            tell("is paused for " + length);
            life.machine().freeze(length);
        }
    }

    /** It cannot reach the database for that long. */
    public void cut(Duration length) {
        if (life != null) {
            tell("cannot reach the database for " + length);
            life.connection().cut(length);
        }
    }

    /** Its wall clock jumps. */
    public void jump(Duration by) {
        tell("'s clock jumps by " + by);
        clock.jump(by);
    }

    /** Whether it runs. */
    public boolean alive() {
        return life != null;
    }

    /** Whether it runs, is not paused and reaches the database. */
    public boolean well() {
        return life != null && !life.machine().frozen() && life.connection().connected();
    }

    /** Its clock, right or wrong. */
    public WallClock clock() {
        return clock;
    }

    /**
     * Calls it from outside; to be used by a thread of the world. Empty when the line broke or the
     * gateway answered that something went wrong.
     */
    public <T> Optional<T> call(Function<Generations, T> request) {
        Life called = life;
        if (called == null || !called.begun()) {
            return Optional.empty();
        }
        Answer<Optional<T>> answer = new Answer<>();
        calls.add(answer);
        premises.scene().scheduler().after(PATIENCE, () -> answer.give(Optional.empty()));
        called.machine().start("request", () -> answer.give(answered(called, request)));
        Optional<T> given = answer.await();
        calls.remove(answer);
        return given;
    }

    /**
     * A provider calls it, on a thread of the gateway.
     *
     * @param answered told whether it gave a good answer; never told anything by the dead
     */
    public void webhook(
            String provider, AttemptId attempt, String job, Consumer<Boolean> answered) {
        Life called = life;
        if (called == null || !called.begun()) {
            return;
        }
        called.machine()
                .start(
                        "webhook",
                        () -> {
                            try {
                                WebhookCall call = Webhooks.about(job, clock.instant());
                                var receipt =
                                        called.engine()
                                                .reconciliation()
                                                .webhooks()
                                                .take(provider, attempt, call);
                                answered.accept(!(receipt instanceof Receipt.NotNow));
                            } catch (RuntimeException e) {
                                tell("answers 500 to a provider: " + e.getMessage());
                                answered.accept(false);
                            }
                        });
    }

    private <T> Optional<T> answered(Life called, Function<Generations, T> request) {
        try {
            return Optional.of(request.apply(called.engine().generations()));
        } catch (RuntimeException e) {
            tell("answers 500: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void tell(String what) {
        premises.scene().story().tell(name, () -> what);
    }

    @Override
    public String toString() {
        return name;
    }
}
