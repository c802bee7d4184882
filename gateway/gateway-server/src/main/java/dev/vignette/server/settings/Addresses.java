package dev.vignette.server.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the operator's addresses look like. */
public final class Addresses {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Addresses() {}

    /** Whether only this machine can reach a server that listens on that host. */
    public static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /** The host as it is written in an address: IPv6 in brackets. */
    public static String written(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** Scheme, host and port of an address, the port always written out. */
    public static URI origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : defaultPort(scheme);
        return URI.create(scheme + "://" + address.getHost() + ":" + port);
    }

    /** Whether it is an http or https address of a host, without user, query and fragment. */
    static boolean plain(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && isHttp(address.getScheme());
    }

    private static boolean isHttp(@Nullable String scheme) {
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? HTTPS : HTTP;
    }
}
