package dev.vignette.server.http.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.http.problem.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads members by their type and range and notes every fault. A member that is absent or at fault
 * reads as {@code null}; what was read counts only when there is no fault at all.
 */
final class Members {
    private final Map<String, JsonNode> values;
    private final List<Fault> faults;

    Members(Map<String, JsonNode> values, List<Fault> faults) {
        this.values = values;
        this.faults = new ArrayList<>(faults);
    }

    List<Fault> faults() {
        return faults;
    }

    void fault(String name, String detail) {
        faults.add(new Fault(Pointers.to(name), detail));
    }

    void fault(Fault fault) {
        faults.add(fault);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable JsonNode tree(String name) {
        return values.get(name);
    }

    void refuseAllBut(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                fault(name, "is unknown");
            }
        }
    }

    @Nullable Integer whole(String name, int min, int max) {
        Long value = whole(name, (long) min, (long) max);
        return value == null ? null : value.intValue();
    }

    @Nullable Long whole(String name, long min, long max) {
        JsonNode node = values.get(name);
        if (node == null) {
            return null;
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            long value = node.longValue();
            if (value >= min && value <= max) {
                return value;
            }
        }
        fault(name, "must be a whole number from %d to %d".formatted(min, max));
        return null;
    }

    @Nullable BigDecimal decimal(String name, BigDecimal min, BigDecimal max) {
        JsonNode node = values.get(name);
        if (node == null) {
            return null;
        }
        if (node.isNumber()) {
            BigDecimal value = node.decimalValue();
            if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
                return value;
            }
        }
        fault(name, "must be a number from %s to %s".formatted(min, max));
        return null;
    }

    @Nullable Boolean flag(String name) {
        JsonNode node = values.get(name);
        if (node == null) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        fault(name, "must be true or false");
        return null;
    }

    @Nullable String text(String name, int min, int max) {
        JsonNode node = values.get(name);
        if (node == null) {
            return null;
        }
        if (Texts.fits(node, min, max)) {
            return node.textValue();
        }
        fault(name, Texts.rule(min, max));
        return null;
    }

    <T> @Nullable T word(String name, Function<String, Optional<T>> meaning, List<String> words) {
        JsonNode node = values.get(name);
        if (node == null) {
            return null;
        }
        T value = node.isTextual() ? meaning.apply(node.textValue()).orElse(null) : null;
        if (value == null) {
            fault(name, "must be one of " + String.join(", ", words));
        }
        return value;
    }

    List<String> texts(String name, int most, int longest) {
        JsonNode node = values.get(name);
        if (node == null) {
            return List.of();
        }
        if (!node.isArray() || node.isEmpty() || node.size() > most) {
            fault(name, "must be a list of 1 to %d texts".formatted(most));
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            if (!Texts.fits(node.get(i), 1, longest)) {
                faults.add(
                        new Fault(Pointers.to(name, Integer.toString(i)), Texts.rule(1, longest)));
            }
            texts.add(node.get(i).asText());
        }
        return texts;
    }

    Map<String, String> pairs(String name, int most, int longestName, int longestValue) {
        JsonNode node = values.get(name);
        if (node == null) {
            return Map.of();
        }
        if (!node.isObject() || node.size() > most) {
            fault(name, "must be an object of up to %d pairs of texts".formatted(most));
            return Map.of();
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> pair : node.properties()) {
            if (!Texts.fits(pair.getKey(), 1, longestName)) {
                faults.add(
                        new Fault(
                                Pointers.to(name, pair.getKey()),
                                "its name " + Texts.rule(1, longestName)));
            } else if (!Texts.fits(pair.getValue(), 0, longestValue)) {
                faults.add(
                        new Fault(Pointers.to(name, pair.getKey()), Texts.rule(0, longestValue)));
            }
            pairs.put(pair.getKey(), pair.getValue().asText());
        }
        return pairs;
    }
}
