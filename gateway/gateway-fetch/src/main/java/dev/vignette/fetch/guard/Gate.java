package dev.vignette.fetch.guard;

import dev.vignette.fetch.FetchRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Decides which addresses may be dialled for a destination. Each name is resolved here, once. */
final class Gate implements AutoCloseable {
    private final NameResolver resolver;

    /** Platform threads: the system's resolver blocks the thread that carries a virtual one. */
    private final ExecutorService lookups =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("vignette-names-", 0).factory());

    Gate(NameResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * What may be dialled.
     *
     * @param addresses all of them checked
     * @param exempt whether the destination is the operator's own or loopback, where plain http may
     *     follow https
     */
    record Admission(List<InetAddress> addresses, boolean exempt) {}

    /** Admits the destination with every address it has, or none of them. */
    Admission admit(Destination destination, FetchRules rules, Deadline deadline)
            throws IOException {
        if (isTrusted(destination, rules)) {
            return new Admission(addresses(destination.host(), deadline), true);
        }
        if (!rules.hosts().isEmpty() && !destination.host().isOneOf(rules.hosts())) {
            throw new ForbiddenAddress("the host is not on the list");
        }
        if (!rules.loopback()) {
            requireUsualPort(destination, rules); // before anybody is asked for the name
        }
        var addresses = addresses(destination.host(), deadline);
        if (rules.loopback()) {
            if (addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
                return new Admission(addresses, true);
            }
            requireUsualPort(destination, rules);
        }
        requirePublic(addresses);
        return new Admission(addresses, false);
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }

    private static boolean isTrusted(Destination destination, FetchRules rules)
            throws ForbiddenAddress {
        for (URI trusted : rules.trusted()) {
            if (destination.hasOriginOf(Destination.of(trusted))) {
                return true;
            }
        }
        return false;
    }

    private static void requireUsualPort(Destination destination, FetchRules rules)
            throws ForbiddenAddress {
        if (!destination.isEncrypted() && !rules.plainHttp()) {
            throw new ForbiddenAddress("the address is not https");
        }
        if (!destination.isOnItsOwnPort()) {
            throw new ForbiddenAddress("the port is not the usual one");
        }
    }

    private static void requirePublic(List<InetAddress> addresses) throws ForbiddenAddress {
        for (var address : addresses) {
            var kind = SpecialAddresses.kindOf(address);
            if (kind.isPresent()) {
                throw new ForbiddenAddress("the host has an address that is " + kind.get());
            }
        }
    }

    private List<InetAddress> addresses(HostName host, Deadline deadline) throws IOException {
        var literal = host.literal();
        return literal.isPresent() ? List.of(literal.get()) : lookUp(host.text(), deadline);
    }

    private List<InetAddress> lookUp(String name, Deadline deadline) throws IOException {
        var left = deadline.left();
        var lookup = lookups.submit(() -> resolver.resolve(name));
        try {
            return lookup.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unknown(e);
        } catch (TimeoutException _) {
            lookup.cancel(true);
            throw new SocketTimeoutException("the name was not resolved in time");
        } catch (InterruptedException e) {
            lookup.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a name was resolved", e);
        }
    }

    private static UnknownHostException unknown(ExecutionException failure) {
        var unknown = new UnknownHostException("the name could not be resolved");
        unknown.initCause(failure.getCause());
        return unknown;
    }
}
