package dev.vignette.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Optional;

/** Reads parameters out of an address. */
final class Query {

    private Query() {}

    static Optional<String> first(URI address, String name) {
        String query = address.getRawQuery();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String key = equals < 0 ? pair : pair.substring(0, equals);
            if (URLDecoder.decode(key, UTF_8).equals(name)) {
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                return Optional.of(URLDecoder.decode(value, UTF_8));
            }
        }
        return Optional.empty();
    }
}
