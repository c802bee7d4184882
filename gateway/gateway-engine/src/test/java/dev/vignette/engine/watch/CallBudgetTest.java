package dev.vignette.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.surroundings.Waits;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

/** Calls saved up, and calls owed. */
class CallBudgetTest {
    private final StoppedTime time = new StoppedTime();
    private final CallBudget budget = new CallBudget(OptionalInt.of(3_000), time);

    @Test
    void aSecondsWorthIsSavedUp() {
        for (int i = 0; i < 50; i++) {
            assertThat(budget.take()).isZero();
        }
        assertThat(budget.take()).isPositive();
    }

    @Test
    void aBurstOfOthersShutsNobodyOutForLong() {
        for (int i = 0; i < 2_000; i++) {
            budget.spent(1);
        }

        assertThat(budget.take()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_100));
    }

    @Test
    void whatOthersSpendIsTakenOff() {
        budget.spent(50);

        assertThat(budget.take()).isPositive();
        time.now += Duration.ofSeconds(1).toNanos();
        assertThat(budget.take()).isZero();
    }

    /** Passes when it is told to. */
    private static final class StoppedTime implements Waits {
        private long now;

        @Override
        public void await(Lock lock, Condition condition, Duration most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void pause(Duration length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long nanoTime() {
            return now;
        }
    }
}
