package dev.vignette.server.settings;

import org.jspecify.annotations.Nullable;

/**
 * One thing the operator has to put right.
 *
 * @param line the line of the file, from 1; 0 when it is not in a file
 * @param key the key at fault, for example {@code vignette.cache.ttl}; {@code null} when it is none
 *     of the file's
 * @param sentence what is wrong and what would be right
 */
public record Fault(int line, @Nullable String key, String sentence) {

    /**
     * The sentence with its line in front of it, for example {@code line 12: unknown key 'ttk'}.
     */
    public String text() {
        return line == 0 ? sentence : "line " + line + ": " + sentence;
    }
}
