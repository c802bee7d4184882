package dev.vignette.fetch.guard;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host of an address in its one canonical spelling: a lower-case ASCII name, or an address.
 *
 * @param text the name without a final dot, or the address without brackets
 */
record HostName(String text) {
    private static final int LONGEST = 253;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");
    private static final Pattern OCTETS =
            Pattern.compile("((0|[1-9]\\d{0,2})\\.){3}(0|[1-9]\\d{0,2})");

    /** Reads the host part of a URL. */
    static HostName of(String written) throws ForbiddenAddress {
        if (written.startsWith("[")) {
            return ofBrackets(written);
        }
        var ascii = ascii(written);
        var name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
            throw new ForbiddenAddress("the host is not a name");
        }
        // What browsers take for an IPv4 address, as in the WHATWG's URL standard. Anything but
        // four
        // plain decimal numbers is a disguise: other programs read it as other addresses.
        if (ENDS_IN_A_NUMBER.matcher(name).matches() && !isAddress(name)) {
            throw new ForbiddenAddress("the host is an address in disguise");
        }
        return new HostName(name);
    }

    /** The address that is written out here, or empty when this is a name. */
    Optional<InetAddress> literal() {
        return text.contains(":") || OCTETS.matcher(text).matches()
                ? Optional.of(InetAddress.ofLiteral(text))
                : Optional.empty();
    }

    /** Whether it is one of those names; a leading dot stands for any subdomain. */
    boolean isOneOf(Iterable<String> names) {
        for (var name : names) {
            var wanted = name.toLowerCase(Locale.ROOT);
            if (wanted.startsWith(".") ? text.endsWith(wanted) : text.equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** As it is written in a URL. */
    String inUrl() {
        return text.contains(":") ? "[" + text + "]" : text;
    }

    private static HostName ofBrackets(String written) throws ForbiddenAddress {
        var inner = written.substring(1, Math.max(1, written.length() - 1));
        if (!written.endsWith("]") || inner.contains("%") || !inner.contains(":")) {
            throw new ForbiddenAddress("the host is not an address");
        }
        try {
            if (InetAddress.ofLiteral(inner) instanceof Inet6Address address) {
                return new HostName(address.getHostAddress());
            }
        } catch (IllegalArgumentException _) {
            throw new ForbiddenAddress("the host is not an address");
        }
        throw new ForbiddenAddress("the host is an IPv4 address inside an IPv6 one");
    }

    private static String ascii(String written) throws ForbiddenAddress {
        try {
            return IDN.toASCII(written).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            throw new ForbiddenAddress("the host is not a name");
        }
    }

    private static boolean isAddress(String name) {
        if (!OCTETS.matcher(name).matches()) {
            return false;
        }
        for (var octet : name.split("\\.", -1)) {
            if (Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return true;
    }
}
