package dev.vignette.fetch.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecialAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, this network",
        "0.255.255.255, this network",
        "10.0.0.0, private",
        "10.255.255.255, private",
        "100.64.0.0, shared by carriers",
        "100.100.100.200, shared by carriers",
        "100.127.255.255, shared by carriers",
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "168.63.129.16, Azure's own",
        "169.254.169.254, link-local",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.0.0.192, protocol assignments",
        "192.0.2.1, documentation",
        "192.88.99.1, 6to4 relay",
        "192.168.0.1, private",
        "198.18.0.1, benchmarking",
        "198.19.255.255, benchmarking",
        "198.51.100.7, documentation",
        "203.0.113.9, documentation",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "240.0.0.1, reserved or broadcast",
        "255.255.255.255, reserved or broadcast",
        "::, unspecified",
        "::1, loopback",
        "::7f00:1, IPv4-compatible",
        "64:ff9b::7f00:1, NAT64",
        "64:ff9b:1::a00:1, local NAT64",
        "100::1, outside global unicast",
        "2001::1, Teredo",
        "2001:2::1, protocol assignments",
        "2001:db8::1, documentation",
        "2002:7f00:1::, 6to4",
        "3fff::1, documentation",
        "5f00::1, outside global unicast",
        "fc00::1, unique local",
        "fd00:ec2::254, unique local",
        "fe80::1, link-local",
        "fec0::1, site-local",
        "ff02::1, multicast"
    })
    void knowsWhatIsNotPublic(String address, String kind) {
        assertThat(SpecialAddresses.kindOf(InetAddress.ofLiteral(address))).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700::6810:1",
                "2a00:1450:4001::1"
            })
    void leavesPublicAddressesAlone(String address) {
        assertThat(SpecialAddresses.kindOf(InetAddress.ofLiteral(address))).isEmpty();
    }

    @Test
    void refusesAPublicIpv4AddressInsideAnIpv6One() throws UnknownHostException {
        var mapped = HexFormat.of().parseHex("00000000000000000000ffff01010101");

        var address = Inet6Address.getByAddress(null, mapped, -1);

        assertThat(SpecialAddresses.kindOf(address)).contains("outside global unicast");
    }
}
