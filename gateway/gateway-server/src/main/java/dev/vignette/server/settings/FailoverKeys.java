package dev.vignette.server.settings;

import dev.vignette.engine.surroundings.Failover;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the gateway goes for pictures that did not come. Absent keys are {@code null}.
 *
 * @param attempts how many attempts of one generation may come to nothing, 1 to 100
 * @param budget what may be spent at one provider within a day on completing sets
 */
record FailoverKeys(@Nullable Integer attempts, @Nullable Amount budget) {
    static final FailoverKeys NONE = new FailoverKeys(null, null);
    private static final int MOST = 100;

    FailoverKeys {
        if (attempts != null && (attempts < 1 || attempts > MOST)) {
            throw new IllegalArgumentException("'attempts' is 1 to " + MOST);
        }
    }

    Failover failover() {
        return new Failover(
                Objects.requireNonNullElse(attempts, Failover.USUAL.attempts()),
                Optional.ofNullable(budget).map(Amount::money));
    }
}
