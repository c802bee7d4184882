package dev.vignette.provider;

import java.math.BigDecimal;
import java.util.List;

/** The values of one member that a provider takes. */
public sealed interface Range {

    /**
     * Whether it takes this value, given as {@link dev.vignette.portrait.Style#values()} has it.
     */
    boolean accepts(Object value);

    /**
     * Whole numbers.
     *
     * @param min the smallest, inclusive
     * @param max the largest, inclusive
     */
    record Whole(long min, long max) implements Range {
        @Override
        public boolean accepts(Object value) {
            return value instanceof Number number
                    && number.longValue() >= min
                    && number.longValue() <= max;
        }
    }

    /**
     * Decimal numbers.
     *
     * @param min the smallest, inclusive
     * @param max the largest, inclusive
     */
    record Decimal(BigDecimal min, BigDecimal max) implements Range {
        @Override
        public boolean accepts(Object value) {
            return value instanceof BigDecimal number
                    && number.compareTo(min) >= 0
                    && number.compareTo(max) <= 0;
        }
    }

    /**
     * A closed list of words.
     *
     * @param values their wire names
     */
    record OneOf(List<String> values) implements Range {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean accepts(Object value) {
            return value instanceof String word && values.contains(word);
        }
    }

    /**
     * Free text.
     *
     * @param min the fewest characters
     * @param max the most characters, counted as Unicode code points
     */
    record Text(int min, int max) implements Range {
        @Override
        public boolean accepts(Object value) {
            if (!(value instanceof String text)) {
                return false;
            }
            int length = text.codePointCount(0, text.length());
            return length >= min && length <= max;
        }
    }

    /** Yes or no. */
    record Flag() implements Range {
        @Override
        public boolean accepts(Object value) {
            return value instanceof Boolean;
        }
    }
}
