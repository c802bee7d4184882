package dev.vignette.server.settings;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that every provider has, whatever its vendor. Absent ones are {@code null}.
 *
 * @param adapter the adapter; absent: the provider's own name
 * @param enabled whether it may be used; absent: yes
 * @param inFlight the most jobs at once, at least 1; absent: the adapter's
 * @param requestsPerMinute the most orders in a minute, at least 1; absent: the adapter's
 * @param outputHosts the hosts its pictures may be fetched from, a leading dot standing for any
 *     subdomain; absent: the adapter's
 * @param baseUrl where the vendor's API is; absent: the adapter's variable or default
 * @param credentialVariable the environment variable with the credential; absent: the adapter's
 * @param invoice what the columns of its invoices are called; absent: the usual names
 */
public record ProviderKeys(
        @Nullable String adapter,
        @Nullable Boolean enabled,
        @Nullable Integer inFlight,
        @Nullable Integer requestsPerMinute,
        @Nullable List<String> outputHosts,
        @Nullable URI baseUrl,
        @Nullable String credentialVariable,
        @Nullable InvoiceKeys invoice) {

    static final ProviderKeys NONE =
            new ProviderKeys(null, null, null, null, null, null, null, null);

    public ProviderKeys {
        atLeastOne("in-flight", inFlight);
        atLeastOne("requests-per-minute", requestsPerMinute);
        if (baseUrl != null && !Addresses.plain(baseUrl)) {
            throw new IllegalArgumentException("'base-url' is an http or https address");
        }
        if (outputHosts != null) {
            outputHosts = List.copyOf(outputHosts);
            outputHosts.forEach(ProviderKeys::checkHost);
        }
        if (credentialVariable != null && !credentialVariable.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "'credential-variable' is the name of an environment variable");
        }
    }

    private static void atLeastOne(String key, @Nullable Integer value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException("'" + key + "' is at least 1");
        }
    }

    private static void checkHost(String host) {
        if (!host.matches("\\.?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
            throw new IllegalArgumentException(
                    "'output-hosts' are host names such as cdn.example or .example");
        }
    }
}
