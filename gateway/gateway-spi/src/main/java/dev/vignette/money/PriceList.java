package dev.vignette.money;

import static java.util.Comparator.comparing;

import dev.vignette.portrait.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operator's prices.
 *
 * @param prices all lines, in any order
 */
public record PriceList(List<Price> prices) {

    /** Nothing is priced. */
    public static final PriceList EMPTY = new PriceList(List.of());

    public PriceList {
        prices = List.copyOf(prices);
    }

    /**
     * The price that holds at that moment: a line for the kind goes before one for all kinds, and
     * among those the latest that has begun. Empty when nothing is known, which is not zero.
     *
     * @param kind what was made; {@code null} when that is not known
     */
    public Optional<Price> find(String provider, @Nullable Kind kind, Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return prices.stream()
                .filter(price -> price.provider().equals(provider))
                .filter(price -> price.kind() == null || price.kind() == kind)
                .filter(price -> !price.from().isAfter(day))
                .max(comparing((Price price) -> price.kind() != null).thenComparing(Price::from));
    }
}
