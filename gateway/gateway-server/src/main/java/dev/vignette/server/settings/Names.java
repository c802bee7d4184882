package dev.vignette.server.settings;

import java.util.Set;

/** Checks that what the file calls a provider is one. */
final class Names {
    private final StrictBinding binding;
    private final Set<String> providers;

    /**
     * @param providers the names of the configured providers
     */
    Names(StrictBinding binding, Set<String> providers) {
        this.binding = binding;
        this.providers = providers;
    }

    /** Notes a fault when the text there is not a provider's name. */
    void check(Part name) {
        String text = name.node().asText();
        if (name.node().isTextual() && !providers.contains(text)) {
            binding.fault(name, "unknown provider '" + text + "'" + Suggestion.of(text, providers));
        }
    }
}
