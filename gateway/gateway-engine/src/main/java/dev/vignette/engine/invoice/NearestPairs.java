package dev.vignette.engine.invoice;

import dev.vignette.store.InvoiceStaging.Pair;
import dev.vignette.store.InvoiceStaging.TimedAmount;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the charge of each line that names no job: of the same amount, and nearest in time. A line
 * and a charge belong together when neither has a nearer one; those that are left are asked again
 * until nothing more is found. Where two charges are as near, nobody guesses.
 *
 * <p>Takes amounts sorted by currency, amount and time. Keeps as much in memory as stands together
 * without a pause as long as the tolerance: two numbers each.
 */
final class NearestPairs {
    private static final int SOME = 64;
    private static final int NONE = -1;

    private final long tolerance;
    private final Consumer<Pair> found;
    private final LongConsumer ambiguous;
    private @Nullable TimedAmount last;
    private long[] times = new long[SOME];
    private long[] whose = new long[SOME];
    private int[] before = new int[SOME];
    private int[] nearest = new int[SOME];
    private int size;

    /**
     * @param tolerance how far a charge may be from its line
     * @param found told of each line and its charge
     * @param ambiguous told of each line that could have several
     */
    NearestPairs(Duration tolerance, Consumer<Pair> found, LongConsumer ambiguous) {
        this.tolerance = tolerance.toNanos();
        this.found = found;
        this.ambiguous = ambiguous;
    }

    void add(TimedAmount next) {
        if (last != null && apart(last, next)) {
            finish();
        }
        last = next;
        if (size == times.length) {
            grow();
        }
        times[size] = next.nanos();
        whose[size] = isLine(next) ? next.line() : -next.charge();
        size++;
    }

    /** Nothing comes any more that could belong to what came. */
    void finish() {
        int before;
        do {
            before = size;
            chooseNearest();
            takePairs();
        } while (size < before);
        for (int i = 0; i < size; i++) {
            if (whose[i] > 0 && hasAny(i)) {
                ambiguous.accept(whose[i]);
            }
        }
        size = 0;
    }

    private boolean apart(TimedAmount one, TimedAmount next) {
        return one.micros() != next.micros()
                || !one.currency().equals(next.currency())
                || next.nanos() - one.nanos() > tolerance;
    }

    private static boolean isLine(TimedAmount amount) {
        return amount.charge() == 0;
    }

    private boolean line(int i) {
        return whose[i] > 0;
    }

    /** For each the one of the other side that is nearest; none where two are as near. */
    private void chooseNearest() {
        int line = NONE;
        int charge = NONE;
        for (int i = 0; i < size; i++) {
            before[i] = line(i) ? charge : line;
            if (line(i)) {
                line = i;
            } else {
                charge = i;
            }
        }
        line = NONE;
        charge = NONE;
        for (int i = size - 1; i >= 0; i--) {
            nearest[i] = nearer(i, before[i], line(i) ? charge : line);
            if (line(i)) {
                line = i;
            } else {
                charge = i;
            }
        }
    }

    private int nearer(int i, int left, int right) {
        long toLeft = left == NONE ? Long.MAX_VALUE : times[i] - times[left];
        long toRight = right == NONE ? Long.MAX_VALUE : times[right] - times[i];
        if (Math.min(toLeft, toRight) > tolerance || toLeft == toRight) {
            return NONE;
        }
        int choice = toLeft < toRight ? left : right;
        return line(i) && hasTwin(choice) ? NONE : choice;
    }

    /** Charges at the very same time are as near as each other; such lines are the same. */
    private boolean hasTwin(int charge) {
        return sameMoment(charge, charge - 1) || sameMoment(charge, charge + 1);
    }

    private boolean sameMoment(int charge, int other) {
        return other >= 0 && other < size && !line(other) && times[other] == times[charge];
    }

    private void takePairs() {
        int left = 0;
        for (int i = 0; i < size; i++) {
            int other = nearest[i];
            boolean mutual = other != NONE && nearest[other] == i;
            if (mutual && line(i)) {
                found.accept(new Pair(whose[i], -whose[other]));
            }
            before[i] = mutual ? NONE : i;
        }
        for (int i = 0; i < size; i++) {
            if (before[i] != NONE) {
                times[left] = times[i];
                whose[left] = whose[i];
                left++;
            }
        }
        size = left;
    }

    private boolean hasAny(int line) {
        for (int i = line - 1; i >= 0 && times[line] - times[i] <= tolerance; i--) {
            if (!line(i)) {
                return true;
            }
        }
        for (int i = line + 1; i < size && times[i] - times[line] <= tolerance; i++) {
            if (!line(i)) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        times = Arrays.copyOf(times, 2 * size);
        whose = Arrays.copyOf(whose, 2 * size);
        before = new int[2 * size];
        nearest = new int[2 * size];
    }
}
