package dev.vignette.fetch.guard;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address taken apart, everything about its shape checked and spelt canonically.
 *
 * @param scheme {@code http} or {@code https}
 * @param host its host
 * @param port 1 to 65535
 * @param target path and query as they are sent
 */
record Destination(String scheme, HostName host, int port, String target) {
    private static final int LONGEST = 2048;
    private static final int HIGHEST_PORT = 65_535;
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);

    /** Takes an address apart, or says why it is none that may be fetched. */
    static Destination of(URI address) throws ForbiddenAddress {
        var ascii = address.toASCIIString();
        if (ascii.length() > LONGEST) {
            throw new ForbiddenAddress("the address is too long");
        }
        if (address.getRawFragment() != null) {
            throw new ForbiddenAddress("the address has a fragment");
        }
        var scheme = scheme(address.getScheme());
        var authority = authority(address.getRawAuthority());
        var colon = authority.lastIndexOf(':');
        if (colon <= authority.lastIndexOf(']')) {
            var port = PORTS.getOrDefault(scheme, 0);
            return new Destination(scheme, HostName.of(authority), port, target(ascii));
        }
        var host = HostName.of(authority.substring(0, colon));
        return new Destination(scheme, host, port(authority.substring(colon + 1)), target(ascii));
    }

    /** Where a redirect with that {@code Location} leads. */
    Destination follow(String location) throws ForbiddenAddress {
        try {
            return of(uri().resolve(new URI(location)));
        } catch (URISyntaxException | IllegalArgumentException _) {
            throw new ForbiddenAddress("the redirect leads to no address");
        }
    }

    boolean isEncrypted() {
        return scheme.equals("https");
    }

    /** Whether the port is the scheme's own. */
    boolean isOnItsOwnPort() {
        return PORTS.getOrDefault(scheme, 0) == port;
    }

    boolean hasOriginOf(Destination other) {
        return scheme.equals(other.scheme) && host.equals(other.host) && port == other.port;
    }

    /** The address as it is fetched. */
    URI uri() {
        var place = isOnItsOwnPort() ? host.inUrl() : host.inUrl() + ":" + port;
        return URI.create(scheme + "://" + place + target);
    }

    private static String scheme(@Nullable String written) throws ForbiddenAddress {
        var scheme = written == null ? "" : written.toLowerCase(Locale.ROOT);
        if (!PORTS.containsKey(scheme)) {
            throw new ForbiddenAddress("the scheme is neither https nor http");
        }
        return scheme;
    }

    private static String authority(@Nullable String written) throws ForbiddenAddress {
        if (written == null || written.contains("@")) {
            throw new ForbiddenAddress("the address has no host, or a user");
        }
        return written;
    }

    private static int port(String digits) throws ForbiddenAddress {
        if (!digits.matches("[0-9]{1,5}")) {
            throw new ForbiddenAddress("the port is not a number");
        }
        var port = Integer.parseInt(digits);
        if (port == 0 || port > HIGHEST_PORT) {
            throw new ForbiddenAddress("the port is out of range");
        }
        return port;
    }

    private static String target(String ascii) {
        var start = ascii.indexOf("//") + 2;
        while (start < ascii.length() && "/?".indexOf(ascii.charAt(start)) < 0) {
            start++;
        }
        var target = ascii.substring(start);
        return target.startsWith("/") ? target : "/" + target;
    }
}
