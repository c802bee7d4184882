package dev.vignette.server.settings;

import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the price list. */
final class PriceReading {
    private final StrictBinding binding;

    PriceReading(StrictBinding binding) {
        this.binding = binding;
    }

    PriceList read(Part list) {
        List<Price> prices = new ArrayList<>();
        Map<Subject, Part> seen = new HashMap<>();
        for (Part entry : list.entries()) {
            binding.bind(entry, PriceKeys.class)
                    .map(PriceKeys::price)
                    .ifPresent(price -> {
                        check(entry, seen.putIfAbsent(Subject.of(price), entry));
                        prices.add(price);
                    });
        }
        return new PriceList(prices);
    }

    /** Nobody could tell which of the two holds. */
    private void check(Part entry, @Nullable Part other) {
        if (other != null) {
            binding.fault(
                    entry,
                    "the price in line "
                            + binding.line(other)
                            + " is for the same provider, kind, size and outcome from the same"
                            + " day");
        }
    }

    private record Subject(String provider, PriceScope scope, LocalDate from) {
        static Subject of(Price price) {
            return new Subject(price.provider(), price.scope(), price.from());
        }
    }
}
