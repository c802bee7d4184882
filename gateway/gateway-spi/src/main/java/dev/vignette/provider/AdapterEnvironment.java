package dev.vignette.provider;

import java.net.URI;

/**
 * The environment variables of a vendor's default account.
 *
 * @param credentialVariable the token's variable, for example {@code REPLICATE_API_TOKEN}
 * @param baseUrlVariable the variable that moves the API elsewhere
 * @param defaultBaseUrl where the API is otherwise
 */
public record AdapterEnvironment(
        String credentialVariable, String baseUrlVariable, URI defaultBaseUrl) {}
