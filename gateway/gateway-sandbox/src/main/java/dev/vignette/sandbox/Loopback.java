package dev.vignette.sandbox;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Tells addresses on this machine: a double has no business anywhere else. */
final class Loopback {

    private Loopback() {}

    static boolean isHere(URI address) {
        try {
            String host = address.getHost();
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false; // a name nobody knows is not this machine's
        }
    }
}
