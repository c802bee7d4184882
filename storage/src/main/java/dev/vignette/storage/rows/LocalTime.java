package dev.vignette.storage.rows;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * What clocks showed somewhere within a period, as a term in SQL: databases are not asked, because
 * not all of them know the zones, and those that do may know other ones.
 *
 * @param shift what is added to a time in UTC, with the column in braces and question marks
 * @param values for the question marks
 */
record LocalTime(String shift, List<Object> values) {
    private static final long NANOS_A_SECOND = 1_000_000_000;

    LocalTime {
        values = List.copyOf(values);
    }

    /** The clocks of that zone from one moment to another. */
    static LocalTime in(ZoneId zone, Instant from, Instant to) {
        StringBuilder cases = new StringBuilder();
        List<Object> values = new ArrayList<>();
        ZoneOffset offset = zone.getRules().getOffset(from);
        ZoneOffsetTransition next = zone.getRules().nextTransition(from);
        while (next != null && next.getInstant().isBefore(to)) {
            cases.append(" WHEN {column} < ? THEN ?");
            values.add(Times.number(next.getInstant()));
            values.add(nanos(offset));
            offset = next.getOffsetAfter();
            next = zone.getRules().nextTransition(next.getInstant());
        }
        values.add(nanos(offset));
        return new LocalTime(cases.isEmpty() ? "?" : "CASE" + cases + " ELSE ? END", values);
    }

    /** The time in that column, as local clocks showed it. */
    String of(String column) {
        return "(" + column + " + " + shift.replace("{column}", column) + ")";
    }

    private static Long nanos(ZoneOffset offset) {
        return offset.getTotalSeconds() * NANOS_A_SECOND;
    }
}
