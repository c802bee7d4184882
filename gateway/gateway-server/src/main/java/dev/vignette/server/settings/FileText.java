package dev.vignette.server.settings;

import dev.vignette.provider.AdapterFactory;
import java.util.Collection;
import java.util.List;

/** Reads texts of the operator's file, each by itself and as a whole. */
public final class FileText {
    private final String defaults;
    private final List<AdapterFactory<?>> adapters;

    /**
     * @param defaults the text with the routes and prices that hold where a file has none
     * @param adapters the vendors
     */
    FileText(String defaults, Collection<? extends AdapterFactory<?>> adapters) {
        this.defaults = defaults;
        this.adapters = List.copyOf(adapters);
    }

    /**
     * What the text says, defaults filled in.
     *
     * @param source what to call it in messages
     * @throws InvalidSettings with every fault that was found
     */
    public FileSettings read(String source, String text) {
        return FileReading.read(source, text, defaults, adapters);
    }

    /**
     * The keys that differ between two texts, in alphabetical order, for example {@code
     * vignette.cache.ttl}. A list counts as one key.
     */
    public static List<String> changedKeys(String before, String after) {
        return ChangedKeys.between(before, after);
    }
}
