package dev.vignette.server.settings;

import dev.vignette.money.ExchangeRate;
import dev.vignette.money.ExchangeRates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the exchange rates. */
final class ExchangeRateReading {
    private final StrictBinding binding;

    ExchangeRateReading(StrictBinding binding) {
        this.binding = binding;
    }

    ExchangeRates read(Part list) {
        List<ExchangeRate> rates = new ArrayList<>();
        Map<Subject, Part> seen = new HashMap<>();
        for (Part entry : list.entries()) {
            binding.bind(entry, ExchangeRateKeys.class)
                    .map(ExchangeRateKeys::exchangeRate)
                    .ifPresent(rate -> {
                        check(entry, seen.putIfAbsent(Subject.of(rate), entry));
                        rates.add(rate);
                    });
        }
        return new ExchangeRates(rates);
    }

    /** Nobody could tell which of the two holds. */
    private void check(Part entry, @Nullable Part other) {
        if (other != null) {
            binding.fault(
                    entry,
                    "the rate in line "
                            + binding.line(other)
                            + " is for the same currencies from the same day");
        }
    }

    private record Subject(Currency from, Currency to, LocalDate on) {
        static Subject of(ExchangeRate rate) {
            return new Subject(rate.from(), rate.to(), rate.on());
        }
    }
}
