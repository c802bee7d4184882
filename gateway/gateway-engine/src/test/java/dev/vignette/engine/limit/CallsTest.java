package dev.vignette.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CallsTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Calls calls = new Calls(0);

    @Test
    void letsFewOnTheirWayUntilTheFirstIsAnswered() {
        assertThat(room(0)).isEqualTo(8);
    }

    @Test
    void letsTwiceAsManyOnTheirWayAfterEachRoundThatWentWell() {
        for (int i = 0; i < 8; i++) {
            calls.taken(0);
        }

        assertThat(room(0)).isEqualTo(16);
    }

    @Test
    void sendsOneAfterARefusalToFindOut() {
        calls.throttled();

        assertThat(room(0)).isOne();
        assertThat(room(MINUTE)).isOne();
        calls.taken(MINUTE);
        assertThat(room(MINUTE)).isEqualTo(2);
    }

    @Test
    void isCarefulAgainAfterASilence() {
        for (int i = 0; i < 100; i++) {
            calls.taken(0);
        }

        assertThat(room(MINUTE)).isEqualTo(8);
    }

    @Test
    void sendsOneAfterAnotherWhileTheDatabaseHoldsOrdersUp() {
        calls.heldUp();
        assertThat(room(0)).isOne();

        calls.granted();
        assertThat(room(0)).isEqualTo(8);
    }

    /** How many may leave before one is answered. */
    private int room(long now) {
        int room = 0;
        while (calls.hasRoom(now)) {
            calls.begin();
            room++;
        }
        for (int i = 0; i < room; i++) {
            calls.end();
        }
        return room;
    }
}
