package dev.vignette.fetch.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

final class SocketCheckTest {
    private static final InetAddress ADMITTED = InetAddress.ofLiteral("1.1.1.1");

    @Test
    void letsTheAdmittedAddressPass() {
        var peer = new InetSocketAddress(ADMITTED, 443);

        assertThatCode(() -> SocketCheck.requireSame(ADMITTED, peer)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnyOtherPeer() {
        var peer = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 443);

        assertThatThrownBy(() -> SocketCheck.requireSame(ADMITTED, peer))
                .isInstanceOf(ForbiddenAddress.class);
    }

    @Test
    void refusesARequestThatNobodyAdmitted() {
        var peer = new InetSocketAddress(ADMITTED, 443);

        assertThatThrownBy(() -> SocketCheck.requireSame(null, peer))
                .isInstanceOf(ForbiddenAddress.class);
        assertThatThrownBy(() -> SocketCheck.requireSame(ADMITTED, null))
                .isInstanceOf(ForbiddenAddress.class);
    }
}
