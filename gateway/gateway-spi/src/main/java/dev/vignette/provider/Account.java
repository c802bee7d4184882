package dev.vignette.provider;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One account to open an adapter for.
 *
 * @param name the configured provider's name
 * @param settings the vendor's part of its configuration
 * @param baseUrl where the vendor's API is, without a trailing slash
 * @param credential the token or key
 * @param clock tells the time
 * @param headers what to add to every call to the vendor's API, asked anew by the thread that
 *     calls; usually nothing
 * @param <S> the vendor's settings
 */
public record Account<S>(
        String name,
        S settings,
        URI baseUrl,
        Secret credential,
        Clock clock,
        Supplier<Map<String, String>> headers) {

    /** The same with nothing to add to calls. */
    public Account(String name, S settings, URI baseUrl, Secret credential, Clock clock) {
        this(name, settings, baseUrl, credential, clock, Map::of);
    }
}
