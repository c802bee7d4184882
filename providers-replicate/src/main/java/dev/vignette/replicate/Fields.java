package dev.vignette.replicate;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JSON object read leniently: what is absent, null or of another type is empty. Replicate's key
 * order, nulls and extra members vary from answer to answer.
 *
 * @param members the object
 */
record Fields(Map<?, ?> members) {

    Optional<String> text(String name) {
        return find(name, String.class).filter(text -> !text.isBlank());
    }

    Optional<BigDecimal> number(String name) {
        return find(name, Number.class).map(number -> new BigDecimal(number.toString()));
    }

    boolean flag(String name) {
        return find(name, Boolean.class).orElse(false);
    }

    /** A time with 0 to 9 fraction digits. */
    Optional<Instant> time(String name) {
        return text(name).flatMap(Fields::parsed);
    }

    Fields object(String name) {
        return new Fields(find(name, Map.class).orElse(Map.of()));
    }

    List<Fields> objects(String name) {
        return list(name).stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .map(Fields::new)
                .toList();
    }

    /** The texts of a list, or the one text that stands in its place. */
    List<String> texts(String name) {
        Optional<String> single = text(name);
        if (single.isPresent()) {
            return List.of(single.get());
        }
        return list(name).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** Every text in it, however deep. */
    Stream<String> allTexts() {
        return texts(members);
    }

    private static Stream<String> texts(Object value) {
        return switch (value) {
            case String text -> Stream.of(text);
            case Map<?, ?> map -> present(map.values()).flatMap(Fields::texts);
            case List<?> list -> present(list).flatMap(Fields::texts);
            default -> Stream.empty();
        };
    }

    private static Stream<Object> present(Collection<?> values) {
        return values.stream().filter(Objects::nonNull).map(Object.class::cast);
    }

    private List<?> list(String name) {
        return find(name, List.class).orElse(List.of());
    }

    private <T> Optional<T> find(String name, Class<T> type) {
        return Optional.ofNullable(members.get(name)).filter(type::isInstance).map(type::cast);
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty(); // like an absent one: no time decides about money
        }
    }
}
