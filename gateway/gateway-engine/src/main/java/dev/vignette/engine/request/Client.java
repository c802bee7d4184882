package dev.vignette.engine.request;

import java.util.Set;

/**
 * Who calls, already authenticated.
 *
 * @param name the configured name
 * @param providers the providers it may use; empty means all
 */
public record Client(String name, Set<String> providers) {
    public Client {
        providers = Set.copyOf(providers);
    }
}
