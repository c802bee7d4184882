package dev.vignette.simulation.world;

import dev.vignette.simulation.fault.Chance;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.gateway.Gateway;
import dev.vignette.tck.memory.Backup;
import dev.vignette.tck.memory.MemoryRows;
import java.time.Duration;
import java.util.List;

/** What befalls whole machines, at times drawn beforehand. */
final class Disasters {
    private static final Duration INSTANT = Duration.ofMillis(10);

    /**
     * Clocks put further ahead, four times at most, make a list look settled that is not: then an
     * order may be called absent too early.
     */
    private static final Duration AHEAD = Duration.ofSeconds(8);

    /** Clocks are put back by so much in all: further, and what merely looks alike is not seen. */
    private static final Duration HOUR = Duration.ofHours(1);

    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final int MOST = 4;

    private final Scene scene;
    private final Chance chance;
    private final List<Gateway> gateways;
    private final Duration trouble;
    private long objectsDownUntil;
    private Duration back = Duration.ZERO;
    private long restoresAt;
    private int restored;

    /**
     * @param trouble for how long anything may happen
     */
    Disasters(Scene scene, Chance chance, List<Gateway> gateways, Duration trouble) {
        this.scene = scene;
        this.chance = chance;
        this.gateways = gateways;
        this.trouble = trouble;
    }

    /** Whether the store of files is down now. */
    boolean objectsDown() {
        return scene.scheduler().now() < objectsDownUntil;
    }

    /** How often an old backup was put back. */
    int restored() {
        return restored;
    }

    /** Whether none is still to come. */
    boolean over() {
        return scene.scheduler().now() > restoresAt;
    }

    /** What still lasts is over. */
    void end() {
        objectsDownUntil = scene.scheduler().now();
    }

    /** Draws them. */
    void plan() {
        draw(Fault.CRASH_ANYWHERE, () -> one().kill());
        draw(Fault.PAUSE_AFTER_COMMIT, () -> one().freeze(chance.between(INSTANT, LONGEST_PAUSE)));
        draw(Fault.PARTITION, () -> one().cut(chance.between(INSTANT, LONGEST_OUTAGE)));
        draw(Fault.CLOCK_JUMP, () -> one().jump(jump()));
        draw(Fault.STORE_DOWN, this::takeStoreDown);
    }

    /** Puts an old backup back, once, while everything is down. */
    void planRestore(MemoryRows rows) {
        if (!scene.faults().include(Fault.RESTORE)) {
            return;
        }
        Duration backupAt = chance.between(INSTANT, trouble);
        Duration restoreAt = backupAt.plus(chance.between(INSTANT, trouble));
        restoresAt = scene.scheduler().now() + restoreAt.toNanos();
        scene.scheduler()
                .after(
                        backupAt,
                        () -> {
                            Backup backup = rows.backup();
                            scene.story().tell("operator", () -> "makes a backup");
                            scene.scheduler()
                                    .after(restoreAt.minus(backupAt), () -> restore(rows, backup));
                        });
    }

    private void restore(MemoryRows rows, Backup backup) {
        gateways.forEach(Gateway::kill);
        scene.story().tell("operator", () -> "puts the backup back");
        rows.restore(backup);
        restored++;
    }

    private void draw(Fault fault, Runnable disaster) {
        if (!scene.faults().include(fault)) {
            return;
        }
        int times = chance.between(1, MOST);
        for (int i = 0; i < times; i++) {
            scene.scheduler().after(chance.between(INSTANT, trouble), disaster);
        }
    }

    private Gateway one() {
        return chance.oneOf(gateways);
    }

    private Duration jump() {
        if (chance.of(0.5)) {
            return chance.between(INSTANT, AHEAD);
        }
        Duration drawn = chance.between(INSTANT, HOUR);
        Duration left = HOUR.minus(back);
        Duration jump = drawn.compareTo(left) < 0 ? drawn : left;
        back = back.plus(jump);
        return jump.negated();
    }

    private void takeStoreDown() {
        Duration length = chance.between(INSTANT, LONGEST_OUTAGE);
        scene.story().tell("store", () -> "is down for " + length);
        objectsDownUntil = scene.scheduler().now() + length.toNanos();
    }
}
