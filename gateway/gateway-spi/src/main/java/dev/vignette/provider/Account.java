package dev.vignette.provider;

import java.net.URI;
import java.time.Clock;

/**
 * One account to open an adapter for.
 *
 * @param name the configured provider's name
 * @param settings the vendor's part of its configuration
 * @param baseUrl where the vendor's API is, without a trailing slash
 * @param credential the token or key
 * @param clock tells the time
 * @param <S> the vendor's settings
 */
public record Account<S>(String name, S settings, URI baseUrl, Secret credential, Clock clock) {}
