package dev.vignette.storage.rows;

import dev.vignette.store.Proposal;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.Purchase;
import java.nio.file.Path;
import java.time.Clock;

/** A process that says what it was promised to be kept, until it is killed. */
final class Victim {
    private static final int CALLERS = 16;

    private Victim() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[0]);
        DataDirectory held = DataDirectory.open(directory);
        Rows rows = SqliteRows.open(held.path(), Clock.systemUTC());
        rows.agenda().begin(_ -> waitForTheEnd());
        Thread[] callers = new Thread[CALLERS];
        for (int i = 0; i < CALLERS; i++) {
            callers[i] = Thread.startVirtualThread(() -> buy(rows));
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private static void buy(Rows rows) {
        while (true) {
            Proposal.Buy buy = Purchase.valid().proposal();
            rows.generations().accept(buy);
            rows.agenda().wake(buy.production().id());
            say("accepted " + buy.generation().id());
            Progress.deliver(rows.productions(), buy);
            say("charged " + buy.production().id());
        }
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }

    private static void waitForTheEnd() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
