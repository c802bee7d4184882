package dev.vignette.engine.invoice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts single things together.
 *
 * @param <T> what they are
 */
final class Batches<T> implements Consumer<T> {
    private static final int LARGEST = 500;

    private final Consumer<List<T>> taker;
    private final List<T> waiting = new ArrayList<>(LARGEST);

    Batches(Consumer<List<T>> taker) {
        this.taker = taker;
    }

    @Override
    public void accept(T next) {
        waiting.add(next);
        if (waiting.size() == LARGEST) {
            finish();
        }
    }

    /** Hands out the rest. */
    void finish() {
        if (!waiting.isEmpty()) {
            taker.accept(List.copyOf(waiting));
            waiting.clear();
        }
    }
}
