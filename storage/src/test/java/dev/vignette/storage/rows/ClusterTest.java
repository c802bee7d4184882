package dev.vignette.storage.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.id.ProductionId;
import dev.vignette.provider.Limits;
import dev.vignette.store.Departure;
import dev.vignette.store.Proposal;
import dev.vignette.tck.store.AtOnce;
import dev.vignette.tck.store.Eventually;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.Purchase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways on one database. */
final class ClusterTest {
    private static final int MANY = 4_000;

    /** Long enough that nobody is taken for dead only because the machine is busy. */
    private static final Duration PATIENT = Duration.ofSeconds(5);

    private static final Duration HASTY = Duration.ofMillis(250);

    @TempDir Path one;
    @TempDir Path two;

    private final PostgresSettings settings = PostgresServer.newDatabase();
    private Gateway first;
    private Gateway second;

    @BeforeEach
    void open() {
        open(PATIENT);
    }

    private void open(Duration heartbeat) {
        first = new Gateway(settings, one, heartbeat);
        second = new Gateway(settings, two, heartbeat);
    }

    @AfterEach
    void giveBack() {
        close();
        PostgresServer.giveBack(settings);
    }

    private void close() {
        first.close();
        second.close();
    }

    @Test
    void worksOnEachOfManyOnceWhoeverDoes() {
        Map<ProductionId, AtomicInteger> times = new ConcurrentHashMap<>();
        first.begin(production -> count(times, first, production));
        second.begin(production -> count(times, second, production));

        List<ProductionId> many =
                IntStream.range(0, MANY)
                        .mapToObj(i -> accepted(i % 2 == 0 ? first : second))
                        .toList();

        Eventually.isTrue("all were worked on", () -> times.size() == MANY);
        Eventually.isTrue("nothing is left", () -> first.entries() == 0);
        assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(many);
        assertThat(times.values()).extracting(AtomicInteger::get).containsOnly(1);
    }

    @Test
    void goesOnElsewhereWithWhatAKilledGatewayLeft() {
        close();
        open(HASTY);
        Set<ProductionId> begun = ConcurrentHashMap.newKeySet();
        Set<ProductionId> takenUp = ConcurrentHashMap.newKeySet();
        List<ProductionId> many = IntStream.range(0, 50).mapToObj(_ -> accepted(first)).toList();
        first.begin(production -> {
            begun.add(production);
            await(new CountDownLatch(1));
        });
        Eventually.isTrue("the first has all", () -> begun.size() == many.size());
        second.begin(id -> {
            takenUp.add(id);
            Progress.rest(second.rows.productions(), id);
        });

        first.kill();

        Eventually.isTrue("the second has all", () -> takenUp.containsAll(many));
        Eventually.isTrue("nothing is left", () -> second.entries() == 0);
    }

    @Test
    void goesOnElsewhereAtOnceWithWhatAGatewayLeftThatWasClosed() {
        Set<ProductionId> begun = ConcurrentHashMap.newKeySet();
        Set<ProductionId> takenUp = ConcurrentHashMap.newKeySet();
        ProductionId production = accepted(first);
        first.begin(id -> {
            begun.add(id);
            await(new CountDownLatch(1));
        });
        Eventually.isTrue("the first has it", () -> begun.contains(production));

        first.close();

        assertThat(second.entries("picked")).isZero();
        second.begin(id -> {
            takenUp.add(id);
            Progress.rest(second.rows.productions(), id);
        });
        Eventually.isTrue("the second has it", () -> takenUp.contains(production));
    }

    @Test
    void leavesAnEntryAloneThatItHasLost() {
        ProductionId production = accepted(first);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        first.begin(_ -> {
            begun.countDown();
            await(go);
        });
        await(begun);
        first.steal(production, "somebody else");

        go.countDown();
        first.closeAgenda();

        assertThat(first.entries("picked_by = 'somebody else'")).isEqualTo(1);
    }

    @Test
    void looksOnceMoreAtWhatAnotherGatewayFoundWhileItsWorkWasEnding() {
        Proposal.Buy buy = bought(first);
        AtomicInteger times = new AtomicInteger();
        CountDownLatch rested = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        first.begin(id -> {
            Progress.rest(first.rows.productions(), id);
            if (times.incrementAndGet() == 1) {
                rested.countDown();
                await(go);
            }
        });
        first.rows.agenda().wake(buy.production().id());
        await(rested);

        assertThat(second.rows.attempts().adopt(Progress.found(buy, 3))).isTrue();
        go.countDown();

        Eventually.isTrue("it was worked on twice", () -> times.get() == 2);
        Eventually.isTrue("nothing is left", () -> first.entries() == 0);
    }

    @Test
    void runsARecurringTaskOnOneGatewayAtATime() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        for (Gateway gateway : List.of(first, second)) {
            gateway.rows
                    .agenda()
                    .every(
                            "sweep",
                            Duration.ofMillis(1),
                            () -> {
                                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                                runs.incrementAndGet();
                                running.decrementAndGet();
                            });
            gateway.begin(_ -> {});
        }

        Eventually.isTrue("it ran often", () -> runs.get() >= 10);
        assertThat(most).hasValue(1);
    }

    @Test
    void agreesOnASharedKey() {
        byte[] agreed = first.rows.sharedKeys().take("links", new byte[] {1, -2, 3});

        assertThat(agreed).containsExactly(1, -2, 3);
        assertThat(second.rows.sharedKeys().take("links", new byte[] {9})).isEqualTo(agreed);
    }

    @Test
    void keepTogetherToTheOrdersAMinute() {
        Limits limits = new Limits(OptionalInt.empty(), OptionalInt.of(25), OptionalInt.empty());
        List<Attempt> many =
                IntStream.range(0, 100)
                        .mapToObj(i -> attempt(i % 2 == 0 ? first : second))
                        .map(Progress::sending)
                        .toList();

        List<Departure> departures =
                AtOnce.times(
                        many.size(),
                        i ->
                                (i % 3 == 0 ? first : second)
                                        .rows
                                        .attempts()
                                        .depart(many.get(i), limits));

        assertThat(departures).filteredOn(Departure.Granted.class::isInstance).hasSize(25);
        assertThat(departures).filteredOn(Departure.TooMany.class::isInstance).hasSize(75);
    }

    @Test
    void tellOneAnotherOfAPause() {
        Instant until = Progress.SENT.plusSeconds(20);

        first.rows.attempts().close("replicate", Progress.SENT, until);

        assertThat(second.rows.attempts().depart(Progress.sending(attempt(second)), Limits.NONE))
                .isEqualTo(new Departure.Closed(until));
    }

    private static Attempt attempt(Gateway gateway) {
        ProductionId production = bought(gateway).production().id();
        return gateway.rows.productions().find(production).orElseThrow().attempts().getFirst();
    }

    private static void count(
            Map<ProductionId, AtomicInteger> times, Gateway gateway, ProductionId production) {
        times.computeIfAbsent(production, _ -> new AtomicInteger()).incrementAndGet();
        Progress.rest(gateway.rows.productions(), production);
    }

    private static Proposal.Buy bought(Gateway gateway) {
        Proposal.Buy buy = Purchase.valid().attempts(2).proposal();
        gateway.rows.generations().accept(buy);
        return buy;
    }

    private static ProductionId accepted(Gateway gateway) {
        ProductionId production = bought(gateway).production().id();
        gateway.rows.agenda().wake(production);
        return production;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
