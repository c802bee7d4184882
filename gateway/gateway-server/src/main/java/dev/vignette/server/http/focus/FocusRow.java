package dev.vignette.server.http.focus;

import dev.vignette.server.http.SpreadsheetText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the file. What was not put into it is null, which is an empty field (FOCUS 1.2,
 * attribute Null Handling: no placeholders).
 */
final class FocusRow {
    private final Map<FocusColumn, String> cells = new EnumMap<>(FocusColumn.class);

    /**
     * A text; one that a spreadsheet would take for a formula gets an apostrophe. Models, ids and
     * reasons come from outside.
     */
    FocusRow text(FocusColumn column, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            cells.put(column, SpreadsheetText.inert(text));
        }
        return this;
    }

    /** A number (FOCUS 1.2, attribute Numeric Format: no exponent, no sign but a minus). */
    FocusRow number(FocusColumn column, @Nullable BigDecimal number) {
        if (number != null) {
            cells.put(column, number.stripTrailingZeros().toPlainString());
        }
        return this;
    }

    /** A whole number. */
    FocusRow number(FocusColumn column, long number) {
        cells.put(column, Long.toString(number));
        return this;
    }

    /** A moment (FOCUS 1.2, attribute Date/Time Format: whole seconds in UTC). */
    FocusRow time(FocusColumn column, Instant time) {
        cells.put(column, time.truncatedTo(ChronoUnit.SECONDS).toString());
        return this;
    }

    /** A flag of our own. */
    FocusRow flag(FocusColumn column, boolean flag) {
        cells.put(column, Boolean.toString(flag));
        return this;
    }

    /** The fields in the order of the file. */
    List<@Nullable String> cells() {
        return Arrays.stream(FocusColumn.values()).<@Nullable String>map(cells::get).toList();
    }
}
