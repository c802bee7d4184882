package dev.vignette.server.settings;

import java.util.Collection;
import java.util.Comparator;

/** Finds the known word that somebody who mistyped probably meant. */
final class Suggestion {
    private static final int MOST_LETTERS_WRONG = 3;

    private Suggestion() {}

    /** {@code (did you mean 'x'?)}, or nothing when no known word is close. */
    static String of(String typed, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(typed, word) <= tolerance(word))
                .min(Comparator.comparingInt(word -> distance(typed, word)))
                .map(word -> " (did you mean '" + word + "'?)")
                .orElse("");
    }

    private static int tolerance(String word) {
        return Math.clamp(word.length() / 2, 1, MOST_LETTERS_WRONG);
    }

    /** How many letters have to be changed, put in or left out (Levenshtein). */
    private static int distance(String left, String right) {
        int[] previous = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            previous = nextRow(previous, left.charAt(i - 1), i, right);
        }
        return previous[right.length()];
    }

    private static int[] nextRow(int[] previous, char letter, int row, String right) {
        int[] current = new int[previous.length];
        current[0] = row;
        for (int j = 1; j < current.length; j++) {
            int changed = previous[j - 1] + (letter == right.charAt(j - 1) ? 0 : 1);
            current[j] = Math.min(changed, Math.min(previous[j], current[j - 1]) + 1);
        }
        return current;
    }
}
