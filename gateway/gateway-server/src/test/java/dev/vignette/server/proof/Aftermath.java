package dev.vignette.server.proof;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How things stand when the trouble is over and everything has come to its end.
 *
 * @param generations every generation
 * @param doubts the attempts that nobody knows the outcome of
 * @param reckoning what was bought, beside what is known and kept
 */
record Aftermath(List<JsonNode> generations, List<JsonNode> doubts, Reckoning reckoning) {
    private static final Set<String> IN_DOUBT = Set.of("review", "unknown");

    /** Waits until all is over, at most that long. */
    static Aftermath await(Market market, Mortal gateway, Duration patience) {
        App app = new App(gateway.address());
        long end = System.nanoTime() + patience.toNanos();
        while (!isOver(app)) {
            assertThat(System.nanoTime()).as(gateway.program().output()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
        List<JsonNode> doubts = new ArrayList<>(app.attempts("review"));
        doubts.addAll(app.attempts("unknown"));
        List<JsonNode> generations = app.generations();
        return new Aftermath(
                generations,
                doubts,
                Reckoning.of(market, gateway.ledger(app), generations, doubts));
    }

    private static boolean isOver(App app) {
        return app.generations().stream().allMatch(one -> one.path("done").asBoolean())
                && app.attempts("sending").isEmpty()
                && app.attempts("accepted").isEmpty();
    }

    /**
     * What was promised and is not there, or was paid and has failed, or is not kept. Whoever had
     * no time left has failed; what is bought then is for those who asked for the same and wait on.
     */
    List<String> losses(Collection<String> promised) {
        Set<String> missing = new HashSet<>(promised);
        missing.removeAll(
                generations.stream().map(one -> one.path("id").asText()).collect(toSet()));
        List<String> losses = new ArrayList<>(reckoning.losses());
        losses.addAll(missing);
        generations.stream()
                .filter(one -> one.path("status").asText().equals("failed"))
                .filter(one -> !isInDoubt(one) && !isFree(one) && !isLate(one))
                .map(JsonNode::toString)
                .forEach(losses::add);
        return losses;
    }

    private static boolean isInDoubt(JsonNode generation) {
        return generation
                .path("attempts")
                .valueStream()
                .map(attempt -> attempt.path("state").asText())
                .anyMatch(IN_DOUBT::contains);
    }

    private static boolean isLate(JsonNode generation) {
        return generation.path("error").path("code").asText().equals("deadline_exceeded");
    }

    /** For example because its photo could not be fetched while the gateway was dead. */
    private static boolean isFree(JsonNode generation) {
        return generation.path("cost").path("amount").asText().equals("0.00");
    }

    /** One line for people. */
    String told(Collection<String> promised) {
        return "promises %d, generations %d %s, orders %d, duplicates %d, losses %d, in doubt %s"
                .formatted(
                        promised.size(),
                        generations.size(),
                        generations.stream().collect(groupingBy(Aftermath::end, counting())),
                        reckoning.orders(),
                        reckoning.duplicates().size(),
                        losses(promised).size(),
                        doubts.stream().collect(groupingBy(Aftermath::provider, counting())));
    }

    private static String provider(JsonNode attempt) {
        return attempt.path("provider").asText();
    }

    private static String end(JsonNode generation) {
        String code = generation.path("error").path("code").asText("");
        return generation.path("status").asText() + (code.isEmpty() ? "" : ": " + code);
    }
}
