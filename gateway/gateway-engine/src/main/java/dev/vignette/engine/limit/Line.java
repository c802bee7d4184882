package dev.vignette.engine.limit;

import dev.vignette.generation.Priority;
import java.util.Optional;

/**
 * Those who wait, in the order in which they are called: live ones first, but every tenth a batch
 * one where there is any; within a priority clients take turns; of one client, whoever came first.
 * Used under its gate's lock, but for its length.
 */
final class Line {
    /** So many live ones go before a batch one that waits: it moves, and hardly disturbs. */
    private static final int LIVE_IN_A_ROW = 9;

    private final Turns live = new Turns();
    private final Turns batch = new Turns();
    private int liveInRow;
    private volatile int length;

    /** Comes last of its client. */
    void add(Passage passage) {
        turns(passage).addLast(passage);
        count();
    }

    /** Was called and has to wait again: it is the next of its priority. */
    void addFirst(Passage passage) {
        turns(passage).addFirst(passage);
        count();
    }

    /** Does not wait any more. */
    void remove(Passage passage) {
        turns(passage).remove(passage);
        count();
    }

    /** Who is called next, or empty when nobody waits. */
    Optional<Passage> next() {
        return turns().peek();
    }

    /** Calls the next one, who does not wait any more; empty when nobody does. */
    Optional<Passage> call() {
        boolean batchIsNext = turns() == batch;
        Optional<Passage> called = turns().poll();
        liveInRow = batchIsNext || batch.size() == 0 ? 0 : liveInRow + 1;
        count();
        return called;
    }

    /** How many wait, of either priority. */
    int length() {
        return length;
    }

    int waiting(Priority priority) {
        return turns(priority).size();
    }

    private void count() {
        length = live.size() + batch.size();
    }

    private Turns turns() {
        boolean batchIsNext = live.size() == 0 || liveInRow >= LIVE_IN_A_ROW;
        return batchIsNext && batch.size() > 0 ? batch : live;
    }

    private Turns turns(Passage passage) {
        return turns(passage.visitor().priority());
    }

    private Turns turns(Priority priority) {
        return switch (priority) {
            case LIVE -> live;
            case BATCH -> batch;
        };
    }
}
