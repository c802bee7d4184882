package dev.vignette.sandbox;

import java.net.URI;
import java.util.Collection;
import java.util.UUID;

/**
 * What a vendor's double is built on: a running server with the control calls and the links to
 * pictures already served. The vendor adds its routes and hands out {@link #running}.
 */
public final class Sandbox {
    private final SandboxServer server;
    private final Faults faults;
    private final Pace pace;
    private final Invoice invoice;
    private final OutputLinks links;

    private Sandbox(SandboxSettings settings, Collection<? extends Fault> knownFaults) {
        server = SandboxServer.start();
        faults = new Faults(knownFaults);
        pace = new Pace(settings);
        invoice = new Invoice(settings.clock());
        links = new OutputLinks(server, faults, pace, settings.clock());
        new ControlCalls(faults, pace, invoice).addTo(server);
    }

    /**
     * Starts one.
     *
     * @param settings how it behaves
     * @param knownFaults every fault the vendor's routes ask for; {@link CallFault} and {@link
     *     LinkFault} only if they are listed too
     */
    public static Sandbox start(SandboxSettings settings, Collection<? extends Fault> knownFaults) {
        return new Sandbox(settings, knownFaults);
    }

    /** Where the vendor's routes go. */
    public SandboxServer server() {
        return server;
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** How long things take. */
    public Pace pace() {
        return pace;
    }

    /** What was accepted and billed. */
    public Invoice invoice() {
        return invoice;
    }

    /** Serves the pictures. */
    public OutputLinks links() {
        return links;
    }

    /** A credential for the double of that vendor, new each time. */
    public static String newCredential(String adapter) {
        return "sandbox-" + adapter + "-" + UUID.randomUUID();
    }

    /**
     * The running double.
     *
     * @param basePath the path of the vendor's API, for example {@code /v1}, or empty
     * @param credential what the vendor's routes accept
     */
    public RunningDouble running(String basePath, String credential) {
        URI origin = server.origin();
        return new Running(
                URI.create(origin + basePath),
                credential,
                URI.create(origin + ControlCalls.PATH),
                server);
    }

    private record Running(URI baseUrl, String credential, URI controlUrl, SandboxServer server)
            implements RunningDouble {
        @Override
        public void close() {
            server.close();
        }

        @Override
        public String toString() {
            return "RunningDouble[" + baseUrl + "]";
        }
    }
}
