package dev.vignette.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What may be fetched.
 *
 * <p>An origin in {@code trusted} (scheme, host and port of a base URL that the operator
 * configured) may be plain http, on any port and at any address. Everything else is https on port
 * 443 or http on port 80 where {@code plainHttp} says so, at public addresses only. With {@code
 * loopback}, any port of a loopback address may be fetched by http or https as well.
 *
 * @param hosts host names that may be fetched; a leading dot stands for any subdomain; empty means
 *     any host
 * @param trusted origins the operator configured, as {@code scheme://host:port}
 * @param plainHttp whether http on port 80 is allowed
 * @param loopback whether loopback addresses are allowed, for the sandbox
 * @param redirects the most redirects followed
 * @param maxBytes the largest body
 * @param total the longest time in all, redirects included
 */
public record FetchRules(
        List<String> hosts,
        Set<URI> trusted,
        boolean plainHttp,
        boolean loopback,
        int redirects,
        long maxBytes,
        Duration total) {

    public FetchRules {
        hosts = List.copyOf(hosts);
        trusted = Set.copyOf(trusted);
    }

    /** The same rules for bodies of at most that size, or less where less was allowed already. */
    public FetchRules atMost(long bytes) {
        return new FetchRules(
                hosts, trusted, plainHttp, loopback, redirects, Math.min(maxBytes, bytes), total);
    }
}
