package dev.vignette.money;

import static java.util.Comparator.comparing;

import dev.vignette.portrait.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operator's prices.
 *
 * @param prices all lines, in any order; no two for the same scope of a provider from the same day
 */
public record PriceList(List<Price> prices) {

    /** Nothing is priced. */
    public static final PriceList EMPTY = new PriceList(List.of());

    public PriceList {
        prices = List.copyOf(prices);
    }

    /**
     * The price that holds at that moment for an attempt that succeeds and for which no size was
     * asked.
     */
    public Optional<Price> find(String provider, @Nullable Kind kind, Instant at) {
        return find(provider, kind, null, PricedOutcome.SUCCEEDED, at);
    }

    /**
     * The price that holds at that moment: the narrowest line that covers it, by its outcome before
     * its kind before its size, and among equally narrow ones the latest that has begun. Empty when
     * nothing is known, which is not zero.
     *
     * @param kind what was made; {@code null} when that is not known
     * @param pixels of each picture, as asked; {@code null} when no size was asked
     */
    public Optional<Price> find(
            String provider,
            @Nullable Kind kind,
            @Nullable Long pixels,
            PricedOutcome outcome,
            Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return of(provider)
                .filter(price -> price.scope().covers(kind, pixels, outcome))
                .filter(price -> !price.from().isAfter(day))
                .max(comparing(Price::scope, PriceScope.BY_NARROWNESS).thenComparing(Price::from));
    }

    /**
     * What a provider takes for that month: the line for everything that holds on its first day if
     * it is per month, else the first such line that begins within it. Empty when it takes nothing
     * by the month.
     */
    public Optional<Price> fee(String provider, YearMonth month) {
        LocalDate first = month.atDay(1);
        Optional<Price> standing =
                forEverything(provider)
                        .filter(price -> !price.from().isAfter(first))
                        .max(comparing(Price::from));
        Optional<Price> begun =
                forEverything(provider)
                        .filter(price -> price.per() == PriceUnit.MONTH)
                        .filter(price -> YearMonth.from(price.from()).equals(month))
                        .min(comparing(Price::from));
        return standing.filter(price -> price.per() == PriceUnit.MONTH).or(() -> begun);
    }

    private Stream<Price> forEverything(String provider) {
        return of(provider).filter(price -> price.scope().equals(PriceScope.ANY));
    }

    private Stream<Price> of(String provider) {
        return prices.stream().filter(price -> price.provider().equals(provider));
    }
}
