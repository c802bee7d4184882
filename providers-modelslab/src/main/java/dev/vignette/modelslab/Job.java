package dev.vignette.modelslab;

import dev.vignette.provider.TaskHandle;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A job as its handle carries it: the vendor's id and how long the vendor expected it to take, by
 * which later looks are paced.
 *
 * @param id the vendor's id
 * @param eta what the vendor expected when it took the order
 */
record Job(String id, Optional<Duration> eta) {
    private static final Pattern TOKEN = Pattern.compile("([^;]+)(?:;eta-ms=(\\d{1,12}))?");

    TaskHandle handle() {
        String token = eta.map(time -> id + ";eta-ms=" + time.toMillis()).orElse(id);
        return new TaskHandle(id, token);
    }

    /**
     * Reads a handle.
     *
     * @throws IllegalArgumentException when this adapter did not write it
     */
    static Job of(TaskHandle handle) {
        Matcher token = TOKEN.matcher(handle.token());
        if (!token.matches()) {
            throw new IllegalArgumentException("not a handle of this adapter");
        }
        Optional<Duration> eta =
                Optional.ofNullable(token.group(2)).map(Long::parseLong).map(Duration::ofMillis);
        return new Job(token.group(1), eta);
    }
}
