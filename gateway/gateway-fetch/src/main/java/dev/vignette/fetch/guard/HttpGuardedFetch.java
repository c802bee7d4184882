package dev.vignette.fetch.guard;

import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.Fetched;
import dev.vignette.fetch.GuardedFetch;
import dev.vignette.fetch.Landing;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpHost;

/**
 * The guarded client on Apache HttpClient: takes the address apart, has the gate admit it, dials
 * what was admitted and looks at the socket once more. Redirects are followed by hand, each as a
 * destination of its own. One instance serves the whole program, from any number of threads; it
 * holds no body in memory.
 */
public final class HttpGuardedFetch implements GuardedFetch, AutoCloseable {
    private static final Duration PACE_SPAN = Duration.ofSeconds(15);

    private final Gate gate;
    private final Requests requests;

    /** A client that asks the system for names and trusts the authorities that Java trusts. */
    public HttpGuardedFetch() {
        this(NameResolver::system, trustOfJava());
    }

    HttpGuardedFetch(NameResolver resolver, SSLContext trust) {
        this(resolver, trust, PACE_SPAN);
    }

    HttpGuardedFetch(NameResolver resolver, SSLContext trust, Duration paceSpan) {
        this.gate = new Gate(resolver);
        this.requests = new Requests(Clients.silent(trust), paceSpan);
    }

    @Override
    public Fetched fetch(URI address, FetchRules rules, Landing landing) {
        var deadline = Deadline.in(rules.total());
        try {
            return follow(address, rules, new Download(landing, rules.maxBytes()), deadline);
        } catch (ForbiddenAddress e) {
            return new Fetched.Forbidden(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Fetched.Broken(sentence(e, deadline));
        }
    }

    /** Closes the connections; downloads under way break. */
    @Override
    public void close() {
        requests.close();
        gate.close();
    }

    private Fetched follow(URI address, FetchRules rules, Download download, Deadline deadline)
            throws IOException {
        var destination = Destination.of(address);
        var admission = gate.admit(destination, rules, deadline);
        for (var left = rules.redirects(); ; left--) {
            switch (send(destination, admission, download, deadline)) {
                case Hop.Arrived(var outcome) -> {
                    return outcome;
                }
                case Hop.Again() -> left++; // not a redirect
                case Hop.Moved(var status, var location) -> {
                    if (left == 0) {
                        return new Fetched.Answered(status);
                    }
                    var next = destination.follow(location);
                    admission = gate.admit(next, rules, deadline);
                    requireNoDowngrade(destination, next, admission);
                    destination = next;
                }
            }
        }
    }

    /** Tries the admitted addresses in turn, as long as not even a connection came about. */
    private Hop send(
            Destination destination, Gate.Admission admission, Download download, Deadline deadline)
            throws IOException {
        IOException failure = new UnknownHostException("the name has no address");
        for (var address : admission.addresses()) {
            try {
                return requests.send(destination, at(destination, address), download, deadline);
            } catch (ConnectException | ConnectTimeoutException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static HttpHost at(Destination destination, InetAddress address) {
        return new HttpHost(
                destination.scheme(), address, destination.host().text(), destination.port());
    }

    private static void requireNoDowngrade(
            Destination from, Destination next, Gate.Admission admission) throws ForbiddenAddress {
        if (from.isEncrypted() && !next.isEncrypted() && !admission.exempt()) {
            throw new ForbiddenAddress("the redirect leads from https to http");
        }
    }

    private static String sentence(IOException failure, Deadline deadline) {
        if (deadline.isOver()) {
            return "It took longer than allowed.";
        }
        return switch (failure) {
            case UnknownHostException _ -> "The host name could not be resolved.";
            case ConnectException _ -> "No connection could be made.";
            case SocketTimeoutException _ -> "No connection could be made in time.";
            case SSLException _ -> "The encrypted connection could not be made.";
            case SocketException _ -> "The connection broke.";
            case IOException _ -> "The answer broke off or was no proper HTTP.";
        };
    }

    private static SSLContext trustOfJava() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java cannot speak TLS", e);
        }
    }
}
