package dev.vignette.server.http.focus;

import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A rule about every row that it is about.
 *
 * @param name what it says, for example {@code BilledCost is not null}
 * @param about which rows
 * @param holds whether a row keeps it
 */
record Rule(
        String name,
        Predicate<Map<String, @Nullable String>> about,
        Predicate<Map<String, @Nullable String>> holds) {

    /** The same for rows of that sort only. */
    Rule when(String condition, Predicate<Map<String, @Nullable String>> rows) {
        return new Rule(name + " when " + condition, about.and(rows), holds);
    }

    boolean broken(Map<String, @Nullable String> row) {
        return about.test(row) && !holds.test(row);
    }

    static Rule notNull(String column) {
        return new Rule(column + " is not null", _ -> true, row -> row.get(column) != null);
    }

    static Rule isNull(String column) {
        return new Rule(column + " is null", _ -> true, row -> row.get(column) == null);
    }

    /** What a value looks like, wherever there is one. */
    static Rule form(String column, String form, Predicate<String> holds) {
        return new Rule(
                column + " is " + form,
                row -> row.get(column) != null,
                row -> holds.test(String.valueOf(row.get(column))));
    }
}
