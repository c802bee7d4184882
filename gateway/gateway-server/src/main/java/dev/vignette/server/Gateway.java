package dev.vignette.server;

import static dev.vignette.server.wiring.ServerProperties.MANAGEMENT_PORT;

import dev.vignette.engine.Engine;
import dev.vignette.engine.cost.Fees;
import dev.vignette.server.live.Configuration;
import dev.vignette.server.live.FileWatch;
import dev.vignette.server.live.InForce;
import dev.vignette.server.live.Probing;
import dev.vignette.server.live.Sight;
import dev.vignette.server.live.Standing;
import dev.vignette.server.metrics.CensusGauges;
import dev.vignette.server.metrics.StandingGauges;
import dev.vignette.server.settings.Addresses;
import dev.vignette.server.settings.Settings;
import dev.vignette.server.wiring.BoundAddress;
import dev.vignette.server.wiring.ServiceState;
import dev.vignette.server.wiring.Tidying;
import dev.vignette.storage.rows.Rows;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway at work. */
final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final ApplicationContext context;
    private final Settings settings;
    private final Engine engine;
    private final NettyEmbeddedServer server;
    private final AtomicBoolean ended = new AtomicBoolean();

    private Gateway(ApplicationContext context, Settings settings) {
        this.context = context;
        this.settings = settings;
        this.engine = context.getBean(Engine.class);
        this.server = context.getBean(NettyEmbeddedServer.class);
    }

    /** Opens the stores, goes on with what an earlier process left, and listens. */
    static Gateway start(ApplicationContext context, Settings settings) {
        context.getBean(Configuration.class).begin(context.getBean(Sight.class));
        // It compares what comes with what was there at the start.
        Standing _ = context.getBean(Standing.class);
        Gateway gateway = new Gateway(context, settings);
        gateway.engine.begin();
        context.getBean(Fees.class).begin(context.getBean(Rows.class).agenda());
        context.getBean(Tidying.class).begin();
        context.getBean(CensusGauges.class).begin();
        context.getBean(StandingGauges.class).begin();
        context.getBean(Probing.class).begin();
        gateway.server.start();
        URI address = gateway.address();
        context.getBean(BoundAddress.class).set(settings.environment().publicUrl().orElse(address));
        context.getBean(FileWatch.class).begin();
        context.getBean(ServiceState.class).ready();
        return gateway;
    }

    /** Where the API listens. */
    URI address() {
        String host = Addresses.written(settings.environment().api().host());
        return URI.create("http://" + host + ":" + port());
    }

    /** The port that was bound and is not the management's. */
    private int port() {
        int management = context.getRequiredProperty(MANAGEMENT_PORT, Integer.class);
        return server.getBoundPorts().stream()
                .filter(port -> port != management)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Ends: no longer ready, waiting callers are let go, answers of providers are awaited, and what
     * runs is kept for the next start. Safe to repeat.
     */
    @Override
    public void close() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Duration grace = context.getBean(InForce.class).current().settings().shutdownGrace();
        LOG.info("ending; answers of providers are awaited {}", grace);
        context.getBean(ServiceState.class).ending();
        try {
            engine.stop(grace);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        context.close();
    }
}
