package dev.vignette.server.settings;

import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the price list. */
final class PriceReading {
    private final StrictBinding binding;

    PriceReading(StrictBinding binding) {
        this.binding = binding;
    }

    PriceList read(Part list) {
        List<Price> prices = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Part entry : list.entries()) {
            binding.bind(entry, PriceKeys.class)
                    .map(PriceKeys::price)
                    .ifPresent(price -> {
                        if (!seen.add(subject(price))) {
                            binding.fault(entry, "there is another price from the same day");
                        }
                        prices.add(price);
                    });
        }
        return new PriceList(prices);
    }

    private static List<Object> subject(Price price) {
        Object kind = price.kind() == null ? "every kind" : price.kind();
        return List.of(price.provider(), kind, price.from());
    }
}
