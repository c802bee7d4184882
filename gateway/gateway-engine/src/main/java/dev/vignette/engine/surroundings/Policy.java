package dev.vignette.engine.surroundings;

import dev.vignette.money.Money;
import dev.vignette.money.PriceList;
import dev.vignette.portrait.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator decided, as it is in force at one moment.
 *
 * @param version its number: one more for each change that came into force, from 1; 0 for one that
 *     was only read, or where nothing ever changes
 * @param providers the usable providers by name
 * @param unusable the other configured ones by name, each with the reason, for example {@code no
 *     credential}
 * @param routes who serves each kind, in the order of the file
 * @param prices the price list
 * @param cacheLife how long stored pictures serve later requests
 * @param inputLife how long a reference photo is kept after its production is done
 * @param imageLife how long pictures are kept; empty means until they are deleted
 * @param unknownOutcome what happens while nobody knows
 * @param duplicateBudget what may be spent within a day on what is perhaps bought twice; empty
 *     means nothing
 * @param failover how far the gateway goes for pictures that did not come
 * @param accounting how money is looked after, besides the prices
 * @param sandbox whether money is pretended
 */
public record Policy(
        long version,
        Map<String, ProviderSlot> providers,
        Map<String, String> unusable,
        Map<Kind, List<RouteEntry>> routes,
        PriceList prices,
        Duration cacheLife,
        Duration inputLife,
        Optional<Duration> imageLife,
        UnknownOutcome unknownOutcome,
        Optional<Money> duplicateBudget,
        Failover failover,
        Accounting accounting,
        boolean sandbox) {

    public Policy {
        providers = Map.copyOf(providers);
        unusable = Map.copyOf(unusable);
        routes = Map.copyOf(routes);
    }
}
