package dev.vignette.server.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operator's file with two clients and up to three accounts; both kinds have the same route.
 *
 * @param keys the hashes of the two clients' keys
 * @param secondAccount where the account {@code replicate-b} is
 * @param off the accounts that are not enabled
 * @param route the entries of both routes
 */
record RouteFile(List<String> keys, String secondAccount, Set<String> off, List<Entry> route) {

    RouteFile {
        keys = List.copyOf(keys);
        off = Set.copyOf(off);
        route = List.copyOf(route);
    }

    /**
     * A provider's place in the route.
     *
     * @param provider its name
     * @param role its role
     * @param weight its weight, for a canary its percentage
     * @param clients whom a canary always serves
     */
    record Entry(String provider, String role, int weight, List<String> clients) {
        Entry {
            clients = List.copyOf(clients);
        }

        static Entry share(String provider, int weight) {
            return new Entry(provider, "share", weight, List.of());
        }

        static Entry fallback(String provider) {
            return new Entry(provider, "fallback", 0, List.of());
        }

        static Entry canary(String provider, int share, String... clients) {
            return new Entry(provider, "canary", share, List.of(clients));
        }

        private String yaml() {
            return switch (role) {
                case "share" -> "{provider: %s, weight: %d}".formatted(provider, weight);
                case "canary" ->
                        "{provider: %s, role: canary, share: %d, clients: %s}"
                                .formatted(provider, weight, clients);
                default -> "{provider: %s, role: fallback}".formatted(provider);
            };
        }
    }

    /** The same with another route. */
    RouteFile routed(Entry... entries) {
        return new RouteFile(keys, secondAccount, off, List.of(entries));
    }

    /** The same with shares for Replicate and ModelsLab. */
    RouteFile shared(int replicate, int modelslab) {
        return routed(Entry.share("replicate", replicate), Entry.share("modelslab", modelslab));
    }

    /** The same with shares for all three. */
    RouteFile shared(int replicate, int modelslab, int second) {
        return routed(
                Entry.share("replicate", replicate),
                Entry.share("modelslab", modelslab),
                Entry.share("replicate-b", second));
    }

    /** The same with an account that is not enabled. */
    RouteFile without(String provider) {
        return new RouteFile(keys, secondAccount, Set.of(provider), route);
    }

    /** The same with the second account somewhere else. */
    RouteFile secondAt(String address) {
        return new RouteFile(keys, address, off, route);
    }

    /** Whether a choice between those candidates was made by this file. */
    boolean decided(JsonNode candidates) {
        List<String> seen =
                candidates
                        .valueStream()
                        .map(one ->
                                place(
                                        one.path("provider").asText(),
                                        one.path("role").asText(),
                                        one.path("weight").asInt(),
                                        !one.path("reason").isNull()))
                        .toList();
        return seen.equals(places());
    }

    /** As candidates are told: those that may serve in their order, then the others. */
    private List<String> places() {
        return Stream.of(false, true)
                .flatMap(out -> route.stream().filter(one -> isRuledOut(one) == out))
                .map(one -> place(one.provider(), one.role(), one.weight(), isRuledOut(one)))
                .toList();
    }

    private boolean isRuledOut(Entry entry) {
        return off.contains(entry.provider())
                || (entry.role().equals("share") && entry.weight() == 0);
    }

    private static String place(String provider, String role, int weight, boolean ruledOut) {
        return provider + role + (role.equals("fallback") ? 0 : weight) + ruledOut;
    }

    /** The file; no two with different numbers are the same. */
    String text(int number) {
        return """
        # number %d
        vignette:
          clients:
            - name: trial
              keys: [{id: t1, sha256: %s}]
              scopes: [generations, operate]
            - name: beta
              keys: [{id: b1, sha256: %s}]
              scopes: [generations]
          providers:
            replicate:
              enabled: %s
              requests-per-minute: 6000
            modelslab:
              enabled: %s
        %s  routes:
            portrait_series:
        %s    headshot:
        %s\
        """
                .formatted(
                        number,
                        keys.getFirst(),
                        keys.getLast(),
                        !off.contains("replicate"),
                        !off.contains("modelslab"),
                        second(),
                        entries(),
                        entries());
    }

    /** The second account is in the file only while the route names it. */
    private String second() {
        if (route.stream().noneMatch(entry -> entry.provider().equals("replicate-b"))) {
            return "";
        }
        return Stream.of(
                        "replicate-b:",
                        "  adapter: replicate",
                        "  base-url: " + secondAccount,
                        "  credential-variable: SECOND_TOKEN",
                        "  requests-per-minute: 6000")
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
    }

    private String entries() {
        return route.stream()
                .map(entry -> "      - " + entry.yaml() + "\n")
                .collect(Collectors.joining());
    }
}
