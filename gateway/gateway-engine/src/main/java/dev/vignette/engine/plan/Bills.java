package dev.vignette.engine.plan;

import dev.vignette.engine.plan.Forecast.Spending;
import dev.vignette.engine.plan.Tally.Pair;
import dev.vignette.engine.price.Pricing;
import dev.vignette.engine.route.Contender;
import dev.vignette.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds up what demands would cost under both configurations. */
final class Bills {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final int DECIMALS_OF_A_MICRO = 6;
    private static final int CENTS = 2;

    private final Map<String, Map<Currency, Pair>> priced = new TreeMap<>();
    private final Map<String, Pair> unpriced = new TreeMap<>();

    void add(Outlook now, Outlook then) {
        now.chances().forEach((who, chance) -> add(who, chance, Bills::before));
        then.chances().forEach((who, chance) -> add(who, chance, Bills::after));
    }

    /** What that comes to in 30 days like those. */
    List<Spending> in30Days(Instant from, Instant to) {
        BigDecimal factor =
                BigDecimal.valueOf(MONTH.toSeconds())
                        .divide(
                                BigDecimal.valueOf(
                                        Math.max(1, Duration.between(from, to).toSeconds())),
                                MathContext.DECIMAL64);
        List<Spending> lines = new ArrayList<>();
        priced.forEach((provider, amounts) ->
                amounts.forEach(
                        (currency, amount) -> lines.add(line(provider, currency, amount, factor))));
        unpriced.keySet().stream()
                .filter(provider -> !priced.containsKey(provider))
                .forEach(provider ->
                        lines.add(line(provider, Pricing.DEFAULT_CURRENCY, Pair.NOTHING, factor)));
        return lines;
    }

    private void add(Contender who, BigDecimal chance, Function<BigDecimal, Pair> side) {
        who.price()
                .amount()
                .ifPresentOrElse(
                        amount ->
                                priced.computeIfAbsent(
                                                who.name(), _ -> new TreeMap<>(Bills::byCode))
                                        .merge(
                                                amount.currency(),
                                                side.apply(chance.multiply(exact(amount))),
                                                Pair::plus),
                        () -> unpriced.merge(who.name(), side.apply(chance), Pair::plus));
    }

    private Spending line(String provider, Currency currency, Pair amount, BigDecimal factor) {
        Pair unknown = unpriced.getOrDefault(provider, Pair.NOTHING);
        return new Spending(
                provider,
                currency,
                month(amount.now(), factor),
                month(amount.then(), factor),
                month(unknown.now(), factor),
                month(unknown.then(), factor));
    }

    private static Pair before(BigDecimal number) {
        return new Pair(number, BigDecimal.ZERO);
    }

    private static Pair after(BigDecimal number) {
        return new Pair(BigDecimal.ZERO, number);
    }

    private static BigDecimal month(BigDecimal number, BigDecimal factor) {
        return number.multiply(factor).setScale(CENTS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal exact(Money money) {
        return BigDecimal.valueOf(money.micros(), DECIMALS_OF_A_MICRO);
    }

    private static int byCode(Currency one, Currency other) {
        return one.getCurrencyCode().compareTo(other.getCurrencyCode());
    }
}
