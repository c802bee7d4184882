package dev.vignette.simulation.world;

import dev.vignette.engine.price.Pricing;
import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.engine.surroundings.Failover;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.fetch.FetchRules;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.BudgetPeriod;
import dev.vignette.money.ExchangeRates;
import dev.vignette.money.Money;
import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Limits;
import dev.vignette.simulation.fault.Chance;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.sabotage.Sabotage;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.WallClock;
import dev.vignette.simulation.vendor.ListingProvider;
import dev.vignette.simulation.vendor.PlainProvider;
import dev.vignette.simulation.vendor.Vendor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Draws what the operator decided; the same for every gateway. */
public final class Operator {
    /** What every picture costs. */
    public static final BigDecimal PRICE = new BigDecimal("0.04");

    private static final Currency USD = Pricing.DEFAULT_CURRENCY;
    private static final int EVEN = 50;
    private static final FetchRules OUTPUTS =
            new FetchRules(List.of(), Set.of(), false, false, 3, 1_000_000, Duration.ofSeconds(10));

    private final Scene scene;
    private final Sabotage sabotage;
    private final Vendor listing;
    private final Vendor plain;
    private final List<RouteEntry> route;
    private final UnknownOutcome unknown;
    private final OptionalInt inFlight;
    private final Optional<Money> budget;
    private final OptionalInt looks;
    private final List<Budget> budgets;

    Operator(Chance chance, Scene scene, Sabotage sabotage, Vendor listing, Vendor plain) {
        this.sabotage = sabotage;
        this.scene = scene;
        this.listing = listing;
        this.plain = plain;
        this.route = route(chance);
        this.unknown = chance.oneOf(List.of(UnknownOutcome.values()));
        this.inFlight = chance.of(0.3) ? OptionalInt.of(chance.between(1, 4)) : OptionalInt.empty();
        this.budget = chance.of(0.8) ? Optional.of(dimes(chance.between(0, 5))) : Optional.empty();
        this.looks = looks(chance);
        boolean limited = sabotage.broken().isEmpty() || sabotage == Sabotage.BUDGETS_ONLY_READ;
        this.budgets = limited ? budgets(chance) : List.of();
    }

    /** So few in some worlds that the list is watched instead of single jobs. */
    private static OptionalInt looks(Chance chance) {
        return chance.of(0.3) ? OptionalInt.of(chance.between(10, 200)) : OptionalInt.empty();
    }

    /** So small in some worlds that not everything can be bought. */
    private static List<Budget> budgets(Chance chance) {
        return chance.of(0.3)
                ? List.of(
                        new Budget(null, dimes(chance.between(0, 20)), BudgetPeriod.DAY, List.of()))
                : List.of();
    }

    private static Money dimes(int number) {
        return Money.of(new BigDecimal("0.1").multiply(BigDecimal.valueOf(number)), USD);
    }

    private List<RouteEntry> route(Chance chance) {
        RouteEntry first = RouteEntry.share(listing.name(), EVEN);
        RouteEntry second = RouteEntry.share(plain.name(), EVEN);
        RouteEntry fallback = RouteEntry.fallback(plain.name());
        if (sabotage.favoured().contains(Fault.RUSH)) {
            return List.of(first, second);
        }
        return chance.oneOf(
                List.of(
                        List.of(first),
                        List.of(second),
                        List.of(first, second),
                        List.of(first, fallback)));
    }

    /** What may be spent within a day on what is perhaps bought twice, at each provider. */
    public Money budget() {
        return budget.orElse(Money.zero(USD));
    }

    /** What may be spent, on purchases that are not made twice knowingly as well. */
    public List<Budget> budgets() {
        return budgets;
    }

    /** What is in force at a gateway on that machine. */
    Policy policy(Machine machine, WallClock clock) {
        return new Policy(
                0,
                Map.of(
                        listing.name(),
                        slot(new ListingProvider(listing, machine, clock, scene, sabotage)),
                        plain.name(),
                        slot(new PlainProvider(plain, machine, clock, scene, sabotage))),
                Map.of(),
                Map.of(Kind.HEADSHOT, route, Kind.PORTRAIT_SERIES, route),
                new PriceList(List.of(price(listing.name()), price(plain.name()))),
                Duration.ofHours(24),
                Duration.ofHours(1),
                Optional.empty(),
                unknown,
                budget,
                Failover.USUAL,
                new Accounting(ExchangeRates.NONE, Optional.empty(), false, budgets),
                false);
    }

    private ProviderSlot slot(ImageProvider provider) {
        Limits limits = new Limits(inFlight, OptionalInt.empty(), looks);
        return new ProviderSlot(provider, "simulated", limits, OUTPUTS);
    }

    private static Price price(String provider) {
        return new Price(
                provider, null, PriceUnit.IMAGE, PRICE, Pricing.DEFAULT_CURRENCY, LocalDate.EPOCH);
    }
}
