package dev.vignette.server.trial;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.server.trial.OpenLoad.Request;
import dev.vignette.server.trial.SwitchTable.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Makes one switch under load, and measures what comes of it. */
final class Scene {
    private static final int ENOUGH = 100;
    private static final int TOLERANCE = 5;

    /** What was asked for so shortly before a switch may still be at work when it comes. */
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private final Clock clock = Clock.systemUTC();
    private final Stage stage;
    private final OpenLoad load;
    private final SwitchTable table;

    Scene(Stage stage, OpenLoad load, SwitchTable table) {
        this.stage = stage;
        this.load = load;
        this.table = table;
    }

    /** What is done. */
    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }

    /**
     * What it does.
     *
     * @param told when the gateway says that it is so
     * @param routed whether a request was routed by it
     * @param served the percentages that the accounts serve then
     * @param within how long it may take; empty when that is not the gateway's doing
     * @param changes whether it changes who is asked
     */
    record Effect(
            BooleanSupplier told,
            Predicate<Asked> routed,
            Map<String, Integer> served,
            Optional<Duration> within,
            boolean changes) {

        /** One that changes who is asked. */
        static Effect change(
                BooleanSupplier told,
                Predicate<Asked> routed,
                Map<String, Integer> served,
                Optional<Duration> within) {
            return new Effect(told, routed, served, within, true);
        }

        /** One after which requests are routed as before. */
        static Effect none(
                BooleanSupplier told,
                Predicate<Asked> routed,
                Map<String, Integer> served,
                Optional<Duration> within) {
            return new Effect(told, routed, served, within, false);
        }

        private String times(Duration afterwards, Duration first) {
            if (changes) {
                return "%d / %d ms".formatted(afterwards.toMillis(), first.toMillis());
            }
            return within.isPresent() ? afterwards.toMillis() + " ms / -" : "-";
        }
    }

    /** Makes the switch, lets a hundred requests pass, checks them, and notes them down. */
    Row play(String number, String what, Act act, Effect effect) throws Exception {
        Instant begun = clock.instant();
        act.run();
        stage.await(what + " is not in force", effect.told());
        Instant inForce = clock.instant();
        stage.await("few requests", () -> load.since(inForce).size() >= ENOUGH);
        List<Request> after = load.since(inForce);
        List<Request> all =
                load.since(begun.minus(SHORTLY)).stream()
                        .filter(request -> !request.sent().isAfter(after.getLast().sent()))
                        .toList();
        stage.await("it goes on", () -> after.stream().allMatch(one -> one.asked().isDone()));

        Duration told = Duration.between(begun, inForce);
        Duration first = first(all, begun, effect.routed());
        Row row = new Row(effect.times(told, first), SwitchTable.told(effect.served()), all, after);
        table.add(number, what, row);
        check(row, effect);
        effect.within()
                .ifPresent(most ->
                        assertThat(List.of(told, first))
                                .allSatisfy(took -> assertThat(took).isLessThan(most)));
        return row;
    }

    /** How long after that moment the first request was routed by it. */
    private static Duration first(List<Request> all, Instant begun, Predicate<Asked> routed) {
        return all.stream()
                .flatMap(request -> request.ended().stream())
                .filter(routed)
                .flatMap(asked -> asked.routedAt().stream())
                .filter(begun::isBefore)
                .min(Instant::compareTo)
                .map(at -> Duration.between(begun, at))
                .orElseThrow(() -> new AssertionError("no request was routed by it"));
    }

    private static void check(Row row, Effect effect) {
        assertThat(row.failures()).isEmpty();
        assertThat(
                        row.after().stream()
                                .flatMap(request -> request.ended().stream())
                                .filter(effect.routed().negate())
                                .map(asked -> asked.generation().path("routing").toString())
                                .collect(joining("\n")))
                .as("routed by what was before")
                .isEmpty();
        Map<String, Long> served = row.served();
        effect.served()
                .forEach((provider, percent) ->
                        assertThat(served.getOrDefault(provider, 0L))
                                .as(provider + " of " + served)
                                .isBetween(percent - (long) TOLERANCE, percent + (long) TOLERANCE));
    }
}
