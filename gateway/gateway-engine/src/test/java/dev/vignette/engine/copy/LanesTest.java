package dev.vignette.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Lanes lanes = new Lanes(1);
    private final List<Integer> order = Collections.synchronizedList(new ArrayList<>());

    @Test
    void letsTheEarliestExpiryGoFirst() throws Exception {
        lanes.enter(NOON);
        List<Thread> threads = new ArrayList<>();
        for (int minutes : List.of(30, 10, 50, 20, 40)) {
            threads.add(waiter(minutes));
            Await.until(() -> lanes.waiting() == threads.size());
        }

        lanes.leave();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(order).containsExactly(10, 20, 30, 40, 50);
    }

    @Test
    void passesOverWhoGaveUp() throws Exception {
        lanes.enter(NOON);
        Thread first = waiter(10);
        Await.until(() -> lanes.waiting() == 1);
        Thread second = waiter(20);
        Await.until(() -> lanes.waiting() == 2);

        first.interrupt();
        first.join();
        lanes.leave();
        second.join();

        assertThat(order).containsExactly(20);
        lanes.enter(NOON);
        assertThat(lanes.waiting()).isZero();
    }

    @Test
    void lendsNoMoreLanesThanThereAre() throws Exception {
        Lanes two = new Lanes(2);
        CountDownLatch third = new CountDownLatch(1);
        two.enter(NOON);
        two.enter(NOON);
        Thread.ofVirtual()
                .start(() -> {
                    enter(two, 0);
                    third.countDown();
                });
        Await.until(() -> two.waiting() == 1);

        assertThat(third.getCount()).isOne();
        two.leave();
        third.await();
    }

    private Thread waiter(int minutes) {
        return Thread.ofVirtual()
                .start(() -> {
                    if (enter(lanes, minutes)) {
                        order.add(minutes);
                        lanes.leave();
                    }
                });
    }

    private static boolean enter(Lanes lanes, int minutes) {
        try {
            lanes.enter(NOON.plus(Duration.ofMinutes(minutes)));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
