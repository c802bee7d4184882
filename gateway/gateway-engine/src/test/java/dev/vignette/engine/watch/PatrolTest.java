package dev.vignette.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rota and the budget together, over simulated minutes with jobs drawn from a seed. */
final class PatrolTest {
    private static final int CALLS_A_MINUTE = 2_700;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void knowsEndsWithinASecondAndStaysWithinTheBudget(long seed) {
        SimulatedAccount account = new SimulatedAccount(seed, CALLS_A_MINUTE);

        account.run(2_000, Duration.ofMinutes(4));

        assertThat(account.mostCallsInAMinute())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(CALLS_A_MINUTE);
        assertThat(account.late(99)).as("seed %d", seed).isLessThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void leavesNobodyUnreadWithFewCalls(long seed) {
        SimulatedAccount account = new SimulatedAccount(seed, 120);

        account.run(500, Duration.ofMinutes(6));

        assertThat(account.mostCallsInAMinute()).as("seed %d", seed).isLessThanOrEqualTo(120);
        assertThat(account.longestUnread()).as("seed %d", seed).isLessThan(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void makesRoomForCallsOfOthers(long seed) {
        SimulatedAccount account = new SimulatedAccount(seed, CALLS_A_MINUTE);
        account.othersCall(Duration.ofMillis(50));

        account.run(500, Duration.ofMinutes(3));

        assertThat(account.mostCallsInAMinute())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(CALLS_A_MINUTE);
    }
}
