package dev.vignette.server.http.read;

import dev.vignette.server.http.problem.Fault;
import dev.vignette.server.http.problem.Problem;
import io.micronaut.http.HttpParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query parameters strictly and notes every fault, as members of a body are. */
public final class QueryParameters {
    private static final int MOST_DIGITS = 9;

    private final HttpParameters parameters;
    private final List<Fault> faults = new ArrayList<>();

    /** Notes everything that is unknown or given twice. */
    public QueryParameters(HttpParameters parameters, Set<String> known) {
        this.parameters = parameters;
        for (String name : parameters.names()) {
            if (!known.contains(name)) {
                fault(name, "is unknown");
            } else if (parameters.getAll(name).size() > 1) {
                fault(name, "is given twice");
            }
        }
    }

    /** Ends the request when there was a fault. */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw Problem.faults(faults).asException();
        }
    }

    /** Notes a fault. */
    public void fault(String name, String detail) {
        faults.add(new Fault(Pointers.to(name), detail));
    }

    /** A text of at least one character, or {@code null} when there is none. */
    public @Nullable String text(String name, int longest) {
        String value = parameters.get(name);
        if (value == null || Texts.fits(value, 1, longest)) {
            return value;
        }
        fault(name, Texts.rule(1, longest));
        return null;
    }

    /** One of those words, or {@code null} when there is none. */
    public @Nullable String word(String name, List<String> words) {
        return meaning(
                name,
                word -> Optional.of(word).filter(words::contains),
                "must be one of " + String.join(", ", words));
    }

    /** What the text means, or {@code null} when there is none. */
    public <T> @Nullable T meaning(
            String name, Function<String, Optional<T>> meaning, String rule) {
        String value = parameters.get(name);
        if (value == null) {
            return null;
        }
        Optional<T> found = meaning.apply(value);
        if (found.isEmpty()) {
            fault(name, rule);
        }
        return found.orElse(null);
    }

    /** A whole number in a range, or the usual one when there is none. */
    public int whole(String name, int min, int max, int usual) {
        Integer value =
                meaning(
                        name,
                        text -> number(text).filter(n -> n >= min && n <= max),
                        "must be a whole number from %d to %d".formatted(min, max));
        return value == null ? usual : value;
    }

    private static Optional<Integer> number(String text) {
        boolean digits =
                !text.isEmpty()
                        && text.length() <= MOST_DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
