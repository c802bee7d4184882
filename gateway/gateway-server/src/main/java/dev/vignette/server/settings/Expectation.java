package dev.vignette.server.settings;

import com.fasterxml.jackson.core.JsonPointer;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a key takes. Never repeats what was written: it may be a secret in the wrong place. */
final class Expectation {
    private static final Map<Class<?>, String> TYPES =
            Map.ofEntries(
                    Map.entry(String.class, "text"),
                    Map.entry(Integer.class, "a whole number"),
                    Map.entry(int.class, "a whole number"),
                    Map.entry(Long.class, "a whole number"),
                    Map.entry(long.class, "a whole number"),
                    Map.entry(BigDecimal.class, "a number such as 0.04"),
                    Map.entry(Boolean.class, "true or false"),
                    Map.entry(boolean.class, "true or false"),
                    Map.entry(Duration.class, "a duration such as 24h, 90s or PT1H30M"),
                    Map.entry(ByteSize.class, "a size such as 256MB"),
                    Map.entry(ImageLife.class, "'keep' or a duration such as 30d"),
                    Map.entry(LocalDate.class, "a day such as 2026-01-31"),
                    Map.entry(Currency.class, "an ISO 4217 currency such as USD"),
                    Map.entry(URI.class, "an http or https address"));

    private Expectation() {}

    /** A sentence on what belongs there. */
    static String of(JsonPointer at, @Nullable Class<?> type) {
        return "'" + name(at) + "' takes " + (type == null ? "something else" : describe(type));
    }

    /** The last key on the way to that place. */
    static String name(JsonPointer at) {
        boolean entry = at.last() != null && at.last().mayMatchElement();
        return entry
                ? name(at.head())
                : at.toString().substring(at.toString().lastIndexOf('/') + 1);
    }

    private static String describe(Class<?> type) {
        String known = TYPES.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return "one of " + choices(type);
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "keys with values";
    }

    private static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> LowerCaseEnums.name((Enum<?>) constant))
                .collect(Collectors.joining(", "));
    }
}
