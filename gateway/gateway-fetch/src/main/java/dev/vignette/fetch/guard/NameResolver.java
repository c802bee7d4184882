package dev.vignette.fetch.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name. */
@FunctionalInterface
interface NameResolver {

    /** All addresses of that name, at least one. */
    List<InetAddress> resolve(String name) throws UnknownHostException;

    /** Asks as the operating system is set up to. */
    static List<InetAddress> system(String name) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(name));
    }
}
