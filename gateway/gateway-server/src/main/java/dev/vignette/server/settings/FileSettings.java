package dev.vignette.server.settings;

import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.engine.surroundings.Failover;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.money.Money;
import dev.vignette.money.PriceList;
import dev.vignette.portrait.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator's file says, defaults filled in.
 *
 * @param clients who may call; empty when nobody is configured
 * @param providers all configured accounts, in the order of the file, then the default ones
 * @param routes who serves each kind, in the order of the file
 * @param prices the price list
 * @param cache how results are cached
 * @param links the links to pictures
 * @param retention how long things are kept
 * @param unknownOutcome what happens while nobody knows whether an order arrived
 * @param duplicateBudget what may be spent within a day on orders that perhaps buy a second time
 * @param failover how far the gateway goes for pictures that did not come
 * @param accounting how money is looked after, besides the prices
 * @param shutdownGrace how long answers of providers are awaited at the end
 * @param waitCap the longest time an app may wait for one answer
 */
public record FileSettings(
        List<ClientSettings> clients,
        List<ProviderSettings> providers,
        Map<Kind, List<RouteEntry>> routes,
        PriceList prices,
        CacheSettings cache,
        LinkSettings links,
        RetentionSettings retention,
        UnknownOutcome unknownOutcome,
        Optional<Money> duplicateBudget,
        Failover failover,
        Accounting accounting,
        Duration shutdownGrace,
        Duration waitCap) {

    public FileSettings {
        clients = List.copyOf(clients);
        providers = List.copyOf(providers);
        routes = Map.copyOf(routes);
    }

    /** The same with one more client. */
    public FileSettings with(ClientSettings client) {
        List<ClientSettings> more = new ArrayList<>(clients);
        more.add(client);
        return new FileSettings(
                more,
                providers,
                routes,
                prices,
                cache,
                links,
                retention,
                unknownOutcome,
                duplicateBudget,
                failover,
                accounting,
                shutdownGrace,
                waitCap);
    }
}
