package dev.vignette.server.metrics;

/**
 * A figure that stands somewhere now, as opposed to what {@link EngineMetrics} counts. Its name is
 * promised in docs/metrics.md. Whoever knows where it stands tells {@link Gauges}; a figure nobody
 * tells is not there.
 */
public enum Figure {
    /** Labels: provider, state. */
    ATTEMPTS_OPEN("vignette_attempts_open", "Attempts that may cost money and have not ended"),
    /** Labels: provider, state. In seconds. */
    ATTEMPTS_OLDEST(
            "vignette_attempts_oldest_seconds", "Time since the oldest open attempt was sent"),
    /** No labels. */
    COPIES_AWAITED("vignette_copies_awaited", "Paid pictures that are not stored yet"),
    /** No labels. In seconds, negative when it is dead already. */
    COPIES_DEADLINE(
            "vignette_copies_deadline_seconds", "Time until the first link to a paid picture dies"),
    /** Labels: scope. 1 means that all of it is spent. */
    BUDGET_USED("vignette_budget_used_ratio", "The part of a budget that is spent"),
    /** Labels: provider, state (closed, open, half_open). 1 for the state it is in, else 0. */
    BREAKER_STATE("vignette_breaker_state", "Whether a provider's breaker is in that state"),
    /** Labels: provider. 1 or 0. */
    PROVIDER_PAUSED("vignette_provider_paused", "Whether an operator has paused a provider"),
    /** Labels: provider. */
    PROVIDER_IN_FLIGHT("vignette_provider_in_flight", "Orders and jobs at a provider now"),
    /** Labels: provider. */
    PROVIDER_IN_FLIGHT_LIMIT(
            "vignette_provider_in_flight_limit", "The most orders and jobs a provider gets now"),
    /** Labels: provider. */
    PROVIDER_WAITING("vignette_provider_waiting", "Orders that wait for a place at a provider"),
    /** No labels. */
    CONFIG_VERSION("vignette_config_version", "The number of the configuration in force");

    private final String wireName;
    private final String help;

    Figure(String wireName, String help) {
        this.wireName = wireName;
        this.help = help;
    }

    /** Its name in Prometheus. */
    public String wireName() {
        return wireName;
    }

    String help() {
        return help;
    }
}
