package dev.vignette.server.settings;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.ledger.Budget;
import dev.vignette.money.ExchangeRates;
import dev.vignette.money.PriceList;
import dev.vignette.portrait.Kind;
import dev.vignette.provider.AdapterFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one file, from its text to settings. */
final class FileReading {
    private static final String TOP = "vignette";

    private final Faults faults = new Faults();
    private final Part top;
    private final StrictBinding binding;

    private FileReading(String source, String text) {
        YamlDocument document = YamlDocument.read(text, faults);
        faults.orThrow(source);
        binding = new StrictBinding(document, faults);
        top = top(document);
    }

    /**
     * The file's settings.
     *
     * @param source what to call the file in messages
     * @param defaults the text of a file with the routes and prices that hold where this one has
     *     none
     * @throws InvalidSettings with every fault that was found
     */
    static FileSettings read(
            String source,
            String text,
            String defaults,
            Collection<? extends AdapterFactory<?>> adapters) {
        FileReading file = new FileReading(source, text);
        Optional<FileSettings> settings =
                file.settings(adapters, new FileReading("defaults", defaults));
        file.faults.orThrow(source);
        return settings.orElseThrow();
    }

    private Optional<FileSettings> settings(
            Collection<? extends AdapterFactory<?>> adapters, FileReading defaults) {
        List<ProviderSettings> providers =
                new ProviderReading(binding, adapters).read(top.child("providers"));
        Set<String> names =
                providers.stream().map(ProviderSettings::name).collect(toCollection(TreeSet::new));
        names.addAll(top.child("providers").members().keySet());
        List<ClientSettings> clients = new ClientReading(binding, names).read(top.child("clients"));
        Map<Kind, List<RouteEntry>> routes = routes(names).orElseGet(() -> defaults.known(names));
        PriceList prices = prices(names).orElseGet(defaults::allPrices);
        ExchangeRates rates = new ExchangeRateReading(binding).read(top.child("exchange-rates"));
        return binding.bind(top, FileKeys.class)
                .map(keys ->
                        settings(
                                keys,
                                clients,
                                providers,
                                routes,
                                prices,
                                accounting(keys, rates, clients)));
    }

    private static Accounting accounting(
            FileKeys keys, ExchangeRates rates, List<ClientSettings> clients) {
        List<Budget> budgets = new ArrayList<>();
        keys.budget().forEach(budget -> budgets.add(budget.budget(null)));
        for (ClientSettings client : clients) {
            client.budget().forEach(budget -> budgets.add(budget.budget(client.name())));
        }
        return new Accounting(
                rates,
                Optional.ofNullable(keys.reportingCurrency()),
                keys.unpriced() == Unpriced.REFUSE,
                budgets);
    }

    private static FileSettings settings(
            FileKeys keys,
            List<ClientSettings> clients,
            List<ProviderSettings> providers,
            Map<Kind, List<RouteEntry>> routes,
            PriceList prices,
            Accounting accounting) {
        return new FileSettings(
                clients,
                providers,
                routes,
                prices,
                keys.cache(),
                keys.links(),
                keys.retention(),
                keys.unknownOutcome(),
                Optional.ofNullable(keys.duplicateBudget()).map(Amount::money),
                keys.failover().failover(),
                accounting,
                keys.shutdownGrace(),
                keys.waitCap());
    }

    private Optional<Map<Kind, List<RouteEntry>>> routes(Set<String> names) {
        Part routes = top.child("routes");
        Names known = new Names(binding, names);
        routes.members().values().stream()
                .flatMap(route -> route.entries().stream())
                .forEach(entry -> known.check(entry.child("provider")));
        return routes.absent()
                ? Optional.empty()
                : Optional.of(new RouteReading(binding).read(routes));
    }

    private Optional<PriceList> prices(Set<String> names) {
        Part prices = top.child("prices");
        Names known = new Names(binding, names);
        prices.entries().forEach(entry -> known.check(entry.child("provider")));
        return prices.absent() ? Optional.empty() : Optional.of(allPrices());
    }

    private PriceList allPrices() {
        return new PriceReading(binding).read(top.child("prices"));
    }

    /** The routes of this file as far as they lead to providers of those names. */
    private Map<Kind, List<RouteEntry>> known(Set<String> names) {
        return new RouteReading(binding)
                .read(top.child("routes")).entrySet().stream()
                        .collect(
                                toUnmodifiableMap(
                                        Map.Entry::getKey,
                                        route ->
                                                route.getValue().stream()
                                                        .filter(e -> names.contains(e.provider()))
                                                        .toList()));
    }

    private Part top(YamlDocument document) {
        JsonNode root = document.root();
        JsonPointer at = JsonPointer.empty().appendProperty(TOP);
        Part whole = new Part(JsonPointer.empty(), root);
        whole.members().keySet().stream()
                .filter(key -> !key.equals(TOP))
                .forEach(key ->
                        binding.fault(
                                whole.child(key),
                                "unknown key '" + key + "'; everything is under 'vignette'"));
        if ((root.isValueNode() && !whole.absent()) || root.isArray()) {
            binding.fault(whole, "the file begins with the key 'vignette'");
        }
        Part part = whole.child(TOP);
        return part.absent() ? new Part(at, JsonNodeFactory.instance.objectNode()) : part;
    }
}
