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
    private final Holds holds = new Holds();
    private final Callbacks callbacks;

    private Sandbox(SandboxSettings settings, Collection<? extends Fault> knownFaults) {
        server = SandboxServer.start(settings.port());
        faults = new Faults(knownFaults);
        pace = new Pace(settings);
        invoice = new Invoice(settings.clock());
        links = new OutputLinks(server, faults, pace, settings.clock());
        callbacks = new Callbacks(faults, pace);
        new ControlCalls(faults, pace, invoice, holds, callbacks).addTo(server);
    }

    /**
     * Starts one.
     *
     * @param settings how it behaves
     * @param knownFaults every fault the vendor's routes ask for; {@link CallFault}, {@link
     *     CallbackFault} and {@link LinkFault} only if they are listed too
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

    /** Tells those who asked for it that a job is over. */
    public Callbacks callbacks() {
        return callbacks;
    }

    /** Adds the route of a call that places an order, which may be cut or held half read. */
    public void orders(String path, Handler handler) {
        server.route("POST", path, new Arrival(faults, holds), handler);
    }

    /** What takes orders, suffering {@link CallFault}s and holds. */
    public Handler faulty(Handler handler) {
        return new FaultyHandler(faults, holds, pace, handler);
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
                this);
    }

    private record Running(URI baseUrl, String credential, URI controlUrl, Sandbox sandbox)
            implements RunningDouble {
        @Override
        public void close() {
            sandbox.callbacks.close();
            sandbox.server.close();
        }

        @Override
        public String toString() {
            return "RunningDouble[" + baseUrl + "]";
        }
    }
}
