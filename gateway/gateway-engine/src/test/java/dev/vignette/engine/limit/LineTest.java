package dev.vignette.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Priority;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LineTest {
    private final Gate gate =
            new Gate(
                    "studio",
                    Surroundings.real(
                            Policies.always(() -> {
                                throw new AssertionError("nobody asks the operator");
                            }),
                            Observations.NONE,
                            Clock.systemUTC()));
    private final Line line = new Line();

    @Test
    void letsClientsTakeTurnsHoweverManyOneSends() {
        List<Passage> many = add("shop", Priority.LIVE, 1_000);
        Passage lone = add("app", Priority.LIVE, 1).getFirst();

        assertThat(line.call()).contains(many.get(0));
        assertThat(line.call()).contains(lone);
        assertThat(line.call()).contains(many.get(1));
    }

    @Test
    void callsThoseOfOneClientInTheOrderInWhichTheyCame() {
        List<Passage> all = add("shop", Priority.LIVE, 20);

        assertThat(callAll()).isEqualTo(all);
        assertThat(line.call()).isEmpty();
    }

    @Test
    void callsLiveOnesBeforeBatchOnesThatCameEarlier() {
        add("archive", Priority.BATCH, 5);
        Passage live = add("app", Priority.LIVE, 1).getFirst();

        assertThat(line.next()).contains(live);
        assertThat(line.call()).contains(live);
    }

    @Test
    void callsEveryTenthABatchOneHoweverManyLiveOnesWait() {
        add("archive", Priority.BATCH, 100);
        add("app", Priority.LIVE, 500);

        List<Priority> called = priorities(100);

        assertThat(called).filteredOn(Priority.BATCH::equals).hasSize(10);
        assertThat(called.subList(0, 9)).containsOnly(Priority.LIVE);
        assertThat(called.get(9)).isEqualTo(Priority.BATCH);
    }

    @Test
    void doesNotMakeUpForBatchOnesThatWereNotThere() {
        add("app", Priority.LIVE, 50);
        priorities(40);
        add("archive", Priority.BATCH, 1);

        assertThat(priorities(9)).containsOnly(Priority.LIVE);
        assertThat(priorities(1)).containsExactly(Priority.BATCH);
    }

    @Test
    void putsWhoWasHeldUpBeforeAllOthersOfItsPriority() {
        add("shop", Priority.LIVE, 3);
        Passage back = gate.passage(visitor("app", Priority.LIVE));

        line.addFirst(back);

        assertThat(line.call()).contains(back);
    }

    @Test
    void losesNobodyAndCallsNobodyTwiceWhoeverComesAndGoes() {
        SplittableRandom random = new SplittableRandom(22);
        List<Passage> waiting = new ArrayList<>();
        Set<Passage> called = new HashSet<>();
        Set<Passage> left = new HashSet<>();
        int came = 5_000;
        for (int i = 0; i < came; i++) {
            Priority priority = random.nextBoolean() ? Priority.LIVE : Priority.BATCH;
            waiting.addAll(add("client " + random.nextInt(7), priority, 1));
            if (random.nextInt(3) == 0) {
                Passage next = line.call().orElseThrow();
                assertThat(called.add(next)).isTrue();
                assertThat(waiting.remove(next)).isTrue();
            } else if (random.nextInt(5) == 0) {
                Passage goes = waiting.remove(random.nextInt(waiting.size()));
                line.remove(goes);
                left.add(goes);
            }
        }

        called.addAll(callAll());

        assertThat(called).hasSize(came - left.size()).doesNotContainAnyElementsOf(left);
        assertThat(line.waiting(Priority.LIVE) + line.waiting(Priority.BATCH)).isZero();
    }

    private List<Priority> priorities(int number) {
        return IntStream.range(0, number)
                .mapToObj(_ -> line.call().orElseThrow().visitor().priority())
                .toList();
    }

    private List<Passage> callAll() {
        List<Passage> called = new ArrayList<>();
        while (line.next().isPresent()) {
            called.add(line.call().orElseThrow());
        }
        return called;
    }

    private List<Passage> add(String client, Priority priority, int number) {
        List<Passage> added =
                IntStream.range(0, number)
                        .mapToObj(_ -> gate.passage(visitor(client, priority)))
                        .toList();
        added.forEach(line::add);
        return added;
    }

    private static Visitor visitor(String client, Priority priority) {
        return new Visitor(client, priority, true, () -> false);
    }
}
