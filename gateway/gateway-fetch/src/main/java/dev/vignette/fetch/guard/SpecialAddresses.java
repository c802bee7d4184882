package dev.vignette.fetch.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The addresses that are not simply some host on the internet: the IANA special-purpose address
 * registries for IPv4 and IPv6, with what embeds an IPv4 address (NAT64, 6to4, Teredo) and the one
 * public address at which Azure serves its machines' metadata (Microsoft's documentation, "What is
 * IP address 168.63.129.16").
 */
final class SpecialAddresses {
    private static final List<Block> BLOCKS =
            List.of(
                    new Block("0.0.0.0", 8, "this network"),
                    new Block("10.0.0.0", 8, "private"),
                    new Block("100.64.0.0", 10, "shared by carriers"),
                    new Block("127.0.0.0", 8, "loopback"),
                    new Block("168.63.129.16", 32, "Azure's own"),
                    new Block("169.254.0.0", 16, "link-local"),
                    new Block("172.16.0.0", 12, "private"),
                    new Block("192.0.0.0", 24, "protocol assignments"),
                    new Block("192.0.2.0", 24, "documentation"),
                    new Block("192.88.99.0", 24, "6to4 relay"),
                    new Block("192.168.0.0", 16, "private"),
                    new Block("198.18.0.0", 15, "benchmarking"),
                    new Block("198.51.100.0", 24, "documentation"),
                    new Block("203.0.113.0", 24, "documentation"),
                    new Block("224.0.0.0", 4, "multicast"),
                    new Block("240.0.0.0", 4, "reserved or broadcast"),
                    new Block("::1", 128, "loopback"),
                    new Block("::", 128, "unspecified"),
                    new Block("::", 96, "IPv4-compatible"),
                    new Block("64:ff9b::", 96, "NAT64"),
                    new Block("64:ff9b:1::", 48, "local NAT64"),
                    new Block("2001::", 32, "Teredo"),
                    new Block("2001::", 23, "protocol assignments"),
                    new Block("2001:db8::", 32, "documentation"),
                    new Block("2002::", 16, "6to4"),
                    new Block("3fff::", 20, "documentation"),
                    new Block("fc00::", 7, "unique local"),
                    new Block("fe80::", 10, "link-local"),
                    new Block("fec0::", 10, "site-local"),
                    new Block("ff00::", 8, "multicast"));

    private static final Block GLOBAL_UNICAST = new Block("2000::", 3, "global unicast");

    private SpecialAddresses() {}

    /** What kind of special address it is, or empty when it is a public one. */
    static Optional<String> kindOf(InetAddress address) {
        var kind = BLOCKS.stream().filter(b -> b.contains(address)).map(Block::kind).findFirst();
        if (kind.isEmpty()
                && address instanceof Inet6Address
                && !GLOBAL_UNICAST.contains(address)) {
            // IPv4-mapped addresses end here as well.
            return Optional.of("outside global unicast");
        }
        return kind;
    }

    /**
     * Addresses with the same first bits.
     *
     * @param first the lowest of them
     * @param bits how many bits they share
     * @param kind what they are for
     */
    private record Block(InetAddress first, int bits, String kind) {
        Block(String first, int bits, String kind) {
            this(InetAddress.ofLiteral(first), bits, kind);
        }

        boolean contains(InetAddress address) {
            var wanted = first.getAddress();
            var given = address.getAddress();
            if (wanted.length != given.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> (bit % 8);
                if (((wanted[bit / 8] ^ given[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
