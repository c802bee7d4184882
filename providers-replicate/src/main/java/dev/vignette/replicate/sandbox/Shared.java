package dev.vignette.replicate.sandbox;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Keeps one copy of equal values for as long as anybody needs it: thousands of predictions made
 * from one photo hold it once.
 */
final class Shared<T> {
    private final Map<T, WeakReference<T>> copies = new WeakHashMap<>();

    /** The copy that stands for this value. */
    synchronized T one(T value) {
        WeakReference<T> known = copies.get(value);
        T copy = known == null ? null : known.get();
        if (copy != null) {
            return copy;
        }
        copies.put(value, new WeakReference<>(value));
        return value;
    }
}
