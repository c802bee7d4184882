package dev.vignette.objects;

import java.util.regex.Pattern;

/**
 * Where a file is in the store: up to eight segments of letters, digits, {@code - _ .}, parted by
 * {@code /}. Nothing that could climb out of the store can be written as one.
 *
 * @param value the key, 1 to 512 characters
 */
public record ObjectKey(String value) {
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,7}");
    private static final int LONGEST = 512;

    public ObjectKey {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a key of this store");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
