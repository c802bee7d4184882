package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.engine.surroundings.UnknownOutcome;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands under {@code vignette:} in the file. The lists and maps in it are only named here:
 * they are bound entry by entry, so that each fault is found.
 */
record FileKeys(
        @Nullable List<JsonNode> clients,
        @Nullable Map<String, JsonNode> providers,
        @Nullable Map<String, List<JsonNode>> routes,
        @Nullable List<JsonNode> prices,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<BudgetKeys> budget,
        @Nullable List<JsonNode> exchangeRates,
        @Nullable Currency reportingCurrency,
        @Nullable Unpriced unpriced,
        CacheSettings cache,
        LinkSettings links,
        RetentionSettings retention,
        UnknownOutcome unknownOutcome,
        @Nullable Amount duplicateBudget,
        FailoverKeys failover,
        Duration shutdownGrace,
        Duration waitCap) {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(55);

    FileKeys {
        budget = List.copyOf(Objects.requireNonNullElse(budget, List.of()));
        cache = Objects.requireNonNullElse(cache, CacheSettings.DEFAULT);
        links = Objects.requireNonNullElse(links, LinkSettings.DEFAULT);
        retention = Objects.requireNonNullElse(retention, RetentionSettings.DEFAULT);
        unknownOutcome = Objects.requireNonNullElse(unknownOutcome, UnknownOutcome.HOLD);
        failover = Objects.requireNonNullElse(failover, FailoverKeys.NONE);
        shutdownGrace = Objects.requireNonNullElse(shutdownGrace, GRACE);
        waitCap = Objects.requireNonNullElse(waitCap, USUAL_WAIT);
        if (unknownOutcome == UnknownOutcome.RESUBMIT && duplicateBudget == null) {
            throw new IllegalArgumentException(
                    "'unknown-outcome: resubmit' needs a 'duplicate-budget', for example"
                            + " {amount: 5.00, currency: USD} a day");
        }
    }
}
