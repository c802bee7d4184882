package dev.vignette.storage.rows;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The values of an enumeration by the names they have in rows.
 *
 * @param <E> the enumeration
 */
final class Names<E extends Enum<E>> {
    private final Map<String, E> values;

    private Names(Map<String, E> values) {
        this.values = values;
    }

    static <E extends Enum<E>> Names<E> of(E[] values, Function<E, String> name) {
        Map<String, E> named =
                Arrays.stream(values).collect(Collectors.toMap(name, value -> value));
        return new Names<>(named);
    }

    E value(String name) {
        E value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("a row names the unknown value " + name);
        }
        return value;
    }
}
