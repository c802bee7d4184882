package dev.vignette.provider;

import dev.vignette.id.AttemptId;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Style;
import java.time.Duration;

/**
 * One authorisation to spend once at one provider.
 *
 * @param attempt what it belongs to; may be told to the provider
 * @param kind what is wanted
 * @param count how many pictures, 1 to {@link Capabilities#picturesPerOrder()}
 * @param style only members the provider honours or adapts; {@code null} means "not set"
 * @param photo the reference photo
 * @param timeLeft how long the result is of use, at least a second; a provider that can stop by
 *     itself is told so
 */
public record Order(
        AttemptId attempt,
        Kind kind,
        int count,
        Style style,
        ReferencePhoto photo,
        Duration timeLeft) {

    public Order {
        if (count < 1) {
            throw new IllegalArgumentException("an order is for at least one picture");
        }
    }
}
