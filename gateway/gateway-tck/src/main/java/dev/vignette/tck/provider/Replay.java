package dev.vignette.tck.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.tck.SettableClock;
import java.net.URI;

/**
 * A local server that plays a scenario's recordings, and adapters that believe it is the vendor.
 */
public final class Replay implements AutoCloseable {
    private final VendorUnderTest vendor;
    private final WireMockServer server;
    private final SettableClock clock = SettableClock.at(VendorUnderTest.NOW);

    private Replay(VendorUnderTest vendor, WireMockServer server) {
        this.vendor = vendor;
        this.server = server;
    }

    static Replay of(VendorUnderTest vendor, Scenario scenario) {
        Replay replay = silent(vendor);
        Recordings.of(vendor.getClass(), scenario).forEach(replay.server::addStubMapping);
        return replay;
    }

    /** A server that knows no answer but 404. */
    static Replay silent(VendorUnderTest vendor) {
        WireMockServer server =
                new WireMockServer(
                        options().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true));
        server.start();
        return new Replay(vendor, server);
    }

    /** A fresh adapter with the vendor's usual patience; each call opens another one. */
    public ImageProvider adapter() {
        return vendor.open(address(), clock);
    }

    /** A fresh adapter that waits only {@link VendorUnderTest#IMPATIENCE}. */
    public ImageProvider impatientAdapter() {
        return vendor.openImpatient(address(), clock);
    }

    /** Places the vendor's order, which the recordings take, and returns its handle. */
    public TaskHandle taken(ImageProvider adapter) {
        Submission submission = adapter.submit(vendor.order());
        if (submission instanceof Submission.Accepted accepted) {
            return accepted.task();
        }
        throw new AssertionError("expected the order to be taken, got " + submission);
    }

    /** How many orders the server has seen. */
    public int orders() {
        return server.countRequestsMatching(
                        postRequestedFor(urlPathMatching(vendor.orderPath())).build())
                .getCount();
    }

    /** How many requests of any sort the server has seen. */
    public int requests() {
        return server.getAllServeEvents().size();
    }

    /** The clock that the adapters read. */
    public SettableClock clock() {
        return clock;
    }

    /** The server itself, for a test that is about one vendor's requests. */
    public WireMockServer server() {
        return server;
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.stop();
    }
}
