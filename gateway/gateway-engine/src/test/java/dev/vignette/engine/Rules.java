package dev.vignette.engine;

import dev.vignette.engine.price.Pricing;
import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.engine.surroundings.Failover;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.fetch.FetchRules;
import dev.vignette.ledger.Budget;
import dev.vignette.money.ExchangeRates;
import dev.vignette.money.Money;
import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import dev.vignette.provider.Limits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What the operator of a {@link House} decided; may be changed while it is open. */
final class Rules implements Policies {
    private static final FetchRules OUTPUTS =
            new FetchRules(List.of(), Set.of(), false, false, 3, 1_000_000, Duration.ofSeconds(10));

    private final Map<String, ProviderSlot> slots = new ConcurrentHashMap<>();
    private final List<RouteEntry> route = new CopyOnWriteArrayList<>();
    private volatile PriceList prices = PriceList.EMPTY;
    private volatile UnknownOutcome unknown = UnknownOutcome.HOLD;
    private volatile Optional<Money> duplicateBudget = Optional.empty();
    private volatile Failover failover = Failover.USUAL;
    private volatile List<Budget> budgets = List.of();
    private volatile Optional<Duration> imageLife = Optional.empty();
    private final Map<Long, Policy> over = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong(1);

    /**
     * What holds now is kept as it is for what runs; what is decided from now on is another
     * version.
     */
    void beginAnew() {
        over.put(version.get(), inForce());
        version.incrementAndGet();
    }

    @Override
    public Optional<Policy> numbered(long number) {
        return number == version.get()
                ? Optional.of(inForce())
                : Optional.ofNullable(over.get(number));
    }

    @Override
    public Policy inForce() {
        return new Policy(
                version.get(),
                slots,
                Map.of(),
                Map.of(Kind.HEADSHOT, List.copyOf(route), Kind.PORTRAIT_SERIES, List.copyOf(route)),
                prices,
                Duration.ofHours(24),
                Duration.ofHours(1),
                imageLife,
                unknown,
                duplicateBudget,
                failover,
                new Accounting(ExchangeRates.NONE, Optional.empty(), false, budgets),
                false);
    }

    /** What may be spent. */
    void budgets(Budget... others) {
        budgets = List.of(others);
    }

    /** The first gets every request, the others are fallbacks. */
    void serve(ScriptedProvider... providers) {
        for (ScriptedProvider provider : providers) {
            serve(provider, 100, !route.isEmpty());
        }
    }

    void serve(ScriptedProvider provider, int weight, boolean fallback) {
        limit(provider, new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()));
        route.add(
                fallback
                        ? RouteEntry.fallback(provider.name())
                        : RouteEntry.share(provider.name(), weight));
    }

    /** With that place in the route. */
    void route(RouteEntry entry, ScriptedProvider provider) {
        limit(provider, new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty()));
        route.add(entry);
    }

    void limit(ScriptedProvider provider, Limits limits) {
        slots.put(provider.name(), new ProviderSlot(provider, "scripted", limits, OUTPUTS));
    }

    void inFlight(ScriptedProvider provider, int limit) {
        limit(
                provider,
                new Limits(OptionalInt.of(limit), OptionalInt.empty(), OptionalInt.empty()));
    }

    /** Every picture of that provider costs that many dollars. */
    void price(ScriptedProvider provider, String amount) {
        prices =
                new PriceList(
                        Stream.concat(
                                        prices.prices().stream(),
                                        Stream.of(
                                                new Price(
                                                        provider.name(),
                                                        null,
                                                        PriceUnit.IMAGE,
                                                        new BigDecimal(amount),
                                                        Pricing.DEFAULT_CURRENCY,
                                                        LocalDate.EPOCH)))
                                .toList());
    }

    /** So much may be spent in a day on what is perhaps bought twice. */
    void duplicates(Money budget) {
        duplicateBudget = Optional.of(budget);
    }

    void failover(Failover limits) {
        failover = limits;
    }

    void onUnknown(UnknownOutcome outcome) {
        unknown = outcome;
    }

    void keepImages(Duration life) {
        imageLife = Optional.of(life);
    }
}
