package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vignette.server.http.auth.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client of the gateway.
 *
 * @param name its name, as generations and the ledger carry it
 * @param keys its keys, at least one
 * @param scopes what its keys may be used for, at least one
 * @param providers the providers it may use; empty means all
 * @param budget what it may spend, one or several; empty means anything
 * @param requestsPerMinute how many requests it may send in a minute; {@code null} for any number
 */
public record ClientSettings(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) List<KeySettings> keys,
        @JsonProperty(required = true) Set<Scope> scopes,
        Set<String> providers,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<BudgetKeys> budget,
        @Nullable Integer requestsPerMinute) {

    public ClientSettings {
        keys = List.copyOf(keys);
        scopes = Set.copyOf(scopes);
        providers = Set.copyOf(Objects.requireNonNullElse(providers, Set.of()));
        budget = List.copyOf(Objects.requireNonNullElse(budget, List.of()));
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("'name' is up to 64 letters, digits and . _ -");
        }
        if (requestsPerMinute != null && requestsPerMinute < 1) {
            throw new IllegalArgumentException("'requests-per-minute' is at least 1");
        }
    }
}
