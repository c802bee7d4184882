package dev.vignette.server.proof;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the vendors billed, beside what the gateway wrote down and what it keeps.
 *
 * @param orders how many orders the vendors took
 * @param duplicates what was bought or charged twice, a sentence each
 * @param losses what was paid and is not known, not kept or not what was delivered
 */
record Reckoning(int orders, List<String> duplicates, List<String> losses) {
    private static final Set<String> SETTLED = Set.of("succeeded", "failed", "canceled");

    /**
     * Compares. Everything has to be over.
     *
     * @param ledger the gateway's cost log
     * @param generations every generation
     * @param doubts the attempts whose outcome nobody knows
     */
    static Reckoning of(
            Market market,
            List<JsonNode> ledger,
            List<JsonNode> generations,
            List<JsonNode> doubts) {
        Books books = new Books(market, market.invoice(), ledger, generations, doubts);
        return new Reckoning(
                books.invoice().size(),
                Stream.of(books.orderedTwice(), books.chargedTwice(), books.paidBeyondNeed())
                        .flatMap(List::stream)
                        .toList(),
                Stream.of(books.unknownJobs(), books.unlikeAmounts(), books.unkept())
                        .flatMap(List::stream)
                        .toList());
    }

    private record Books(
            Market market,
            List<Vendor.Job> invoice,
            List<JsonNode> ledger,
            List<JsonNode> generations,
            List<JsonNode> doubts) {

        /** An attempt is one permit: no two jobs name the same. */
        List<String> orderedTwice() {
            Map<String, Long> jobs =
                    invoice.stream()
                            .flatMap(job -> job.attempts().stream())
                            .collect(groupingBy(identity(), counting()));
            return jobs.entrySet().stream()
                    .filter(attempt -> attempt.getValue() > 1)
                    .map(attempt -> attempt + " has several jobs")
                    .toList();
        }

        /** Every job is charged once, and nothing else is. */
        List<String> chargedTwice() {
            Set<String> jobs = invoice.stream().map(Books::name).collect(toSet());
            Set<String> seen = new HashSet<>();
            return charges()
                    .map(Books::job)
                    .filter(job -> !jobs.contains(job) || !seen.add(job))
                    .map(job -> job + " is charged again, or was never ordered")
                    .toList();
        }

        /** No generation paid for more pictures than were asked for. */
        List<String> paidBeyondNeed() {
            List<String> beyond = new ArrayList<>();
            for (JsonNode generation : generations) {
                String id = generation.path("id").asText();
                int paid =
                        charges()
                                .filter(charge -> charge.path("generation_id").asText().equals(id))
                                .mapToInt(charge -> charge.path("images").asInt())
                                .sum();
                if (paid > generation.path("request").path("count").asInt()) {
                    beyond.add(id + " paid for " + paid + " pictures: " + generation);
                }
            }
            return beyond;
        }

        /** A job that nothing was charged for may be in doubt, as far as there are doubts. */
        List<String> unknownJobs() {
            Set<String> charged = charges().map(Books::job).collect(toSet());
            Map<String, List<Vendor.Job>> unknown =
                    invoice.stream()
                            .filter(job -> !charged.contains(name(job)))
                            .collect(groupingBy(Vendor.Job::vendor));
            return unknown.entrySet().stream()
                    .filter(jobs -> jobs.getValue().size() > doubtsAt(jobs.getKey()))
                    .map(jobs -> "the ledger does not know " + jobs.getValue())
                    .toList();
        }

        private long doubtsAt(String vendor) {
            return doubts.stream()
                    .filter(doubt -> doubt.path("provider").asText().equals(vendor))
                    .count();
        }

        List<String> unlikeAmounts() {
            Map<String, BigDecimal> billed =
                    invoice.stream().collect(toMap(Books::name, Vendor.Job::amount));
            return charges()
                    .filter(charge -> billed.containsKey(job(charge)))
                    .filter(charge ->
                            !equal(Objects.requireNonNull(billed.get(job(charge))), charge))
                    .map(charge -> "billed " + billed.get(job(charge)) + ": " + charge)
                    .toList();
        }

        private static boolean equal(BigDecimal billed, JsonNode charge) {
            String amount = charge.path("amount").asText("");
            return !amount.isEmpty() && billed.compareTo(new BigDecimal(amount)) == 0;
        }

        /** What was delivered is kept byte for byte, in the generation that paid for it. */
        List<String> unkept() {
            List<String> missing = new ArrayList<>();
            for (JsonNode generation : generations) {
                if (!SETTLED.contains(generation.path("status").asText())) {
                    missing.add("not over: " + generation);
                }
                Set<String> kept = kept(generation, missing);
                boolean made = generation.path("status").asText().equals("succeeded");
                Set<String> own = delivered(generation);
                if (made && (own.isEmpty() ? kept.isEmpty() : !kept.equals(own))) {
                    missing.add("not kept as delivered: " + generation);
                }
            }
            return missing;
        }

        private static Set<String> kept(JsonNode generation, List<String> missing) {
            Set<String> kept = new HashSet<>();
            for (JsonNode image : generation.path("images")) {
                String sum = image.path("sha256").asText();
                byte[] stored = Http.download(URI.create(image.path("url").asText()));
                if (!Http.sha256(stored).equals(sum)) {
                    missing.add("other bytes than promised: " + generation);
                }
                kept.add(sum);
            }
            return kept;
        }

        private Set<String> delivered(JsonNode generation) {
            Set<String> jobs =
                    charges()
                            .filter(charge ->
                                    charge.path("generation_id")
                                            .asText()
                                            .equals(generation.path("id").asText()))
                            .map(Books::job)
                            .collect(toSet());
            return invoice.stream()
                    .filter(job -> jobs.contains(name(job)))
                    .flatMap(job -> market.pictures(job).stream())
                    .collect(toSet());
        }

        private Stream<JsonNode> charges() {
            return ledger.stream().filter(charge -> charge.hasNonNull("provider_id"));
        }

        private static String job(JsonNode charge) {
            return charge.path("provider").asText() + " " + charge.path("provider_id").asText();
        }

        private static String name(Vendor.Job job) {
            return job.vendor() + " " + job.id();
        }
    }
}
