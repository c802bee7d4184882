package dev.vignette.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LanesTest {
    private static final Instant NOON = VirtualTime.START;

    private final VirtualTime time = new VirtualTime();
    private final Lanes one = new Lanes(1, 0, time.around());
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @Test
    void letsTheEarliestExpiryGoFirst() throws Exception {
        Lanes.Lane first = one.enter(in(0));
        List<Thread> threads = new ArrayList<>();
        for (int minutes : List.of(30, 10, 50, 20, 40)) {
            threads.add(passing(one, in(minutes), "" + minutes));
            Await.until(() -> one.waiting() == threads.size());
        }

        first.close();
        join(threads);

        assertThat(order).containsExactly("10", "20", "30", "40", "50");
    }

    @Test
    void letsThoseThatCrawledGoLast() throws Exception {
        Lanes.Lane first = one.enter(in(0));
        Turn crawling = new Turn(NOON, Instant.MAX, true);
        Thread slow = passing(one, crawling, "slow");
        Await.until(() -> one.waiting() == 1);
        Thread fast = passing(one, in(50), "fast");
        Await.until(() -> one.waiting() == 2);

        first.close();
        join(List.of(slow, fast));

        assertThat(order).containsExactly("fast", "slow");
    }

    @Test
    void passesOverWhoGaveUp() throws Exception {
        Lanes.Lane held = one.enter(in(0));
        Thread first = passing(one, in(10), "10");
        Await.until(() -> one.waiting() == 1);
        Thread second = passing(one, in(20), "20");
        Await.until(() -> one.waiting() == 2);

        first.interrupt();
        first.join();
        held.close();
        second.join();

        assertThat(order).containsExactly("20");
        one.enter(in(0));
        assertThat(one.waiting()).isZero();
    }

    @Test
    void lendsNoMoreLanesThanThereAre() throws Exception {
        Lanes two = new Lanes(2, 0, time.around());
        two.enter(in(0));
        Lanes.Lane second = two.enter(in(0));
        Thread third = passing(two, in(0), "third");
        Await.until(() -> two.waiting() == 1);

        assertThat(order).isEmpty();
        second.close();
        third.join();
    }

    @Test
    void keepsALaneFreeForTheUrgent() throws Exception {
        Lanes two = new Lanes(2, 1, time.around());
        two.enter(in(60));
        Thread ordinary = passing(two, in(50), "ordinary");
        Await.until(() -> two.waiting() == 1);

        Thread urgent = passing(two, urgent(5), "urgent");
        urgent.join();

        assertThat(order).containsExactly("urgent");
        assertThat(two.waiting()).isEqualTo(1);
        ordinary.interrupt();
        ordinary.join();
    }

    @Test
    void letsOrdinaryOnesInAgainWhileTheUrgentUseTheirLane() throws Exception {
        Lanes two = new Lanes(2, 1, time.around());
        two.enter(urgent(5));
        Lanes.Lane held = two.enter(in(60));
        Thread ordinary = passing(two, in(50), "ordinary");
        Await.until(() -> two.waiting() == 1);

        held.close();
        ordinary.join();

        assertThat(order).containsExactly("ordinary");
    }

    @Test
    void letsSomebodyInWhoBecomesUrgentWhileHeWaits() throws Exception {
        Lanes two = new Lanes(2, 1, time.around());
        two.enter(in(60));
        Thread waiting = passing(two, new Turn(minutes(60), minutes(48), false), "late");
        Await.until(() -> two.waiting() == 1);

        time.pass(Duration.ofMinutes(48));
        waiting.join();

        assertThat(order).containsExactly("late");
    }

    @Test
    void tellsWhoHoldsALaneWhetherAnybodyWouldGetIt() throws Exception {
        Lanes two = new Lanes(2, 1, time.around());
        Lanes.Lane urgent = two.enter(urgent(5));
        Lanes.Lane ordinary = two.enter(in(60));
        assertThat(ordinary.wanted()).isFalse();

        Thread waiting = passing(two, in(50), "waiting");
        Await.until(() -> two.waiting() == 1);

        assertThat(ordinary.wanted()).isTrue();
        assertThat(urgent.wanted()).isFalse();
        waiting.interrupt();
        waiting.join();
    }

    private Thread passing(Lanes lanes, Turn turn, String name) {
        return Thread.ofVirtual()
                .start(() -> {
                    try (Lanes.Lane _ = lanes.enter(turn)) {
                        order.add(name);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static Turn in(int minutes) {
        return Turn.by(minutes(minutes));
    }

    private static Turn urgent(int minutes) {
        return new Turn(minutes(minutes), NOON, false);
    }

    private static Instant minutes(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
