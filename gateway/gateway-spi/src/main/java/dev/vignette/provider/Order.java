package dev.vignette.provider;

import dev.vignette.id.AttemptId;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Style;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One authorisation to spend once at one provider.
 *
 * @param attempt what it belongs to; may be told to the provider
 * @param kind what is wanted
 * @param count how many pictures, 1 to {@link Capabilities#picturesPerOrder()}
 * @param firstPicture which of the request's pictures the order's first one is, from 0; what makes
 *     the pictures of one request differ follows from it
 * @param style only members the provider honours or adapts; {@code null} means "not set"
 * @param photo the reference photo
 * @param timeLeft how long the result is of use, at least a second; a provider that can stop by
 *     itself is told so
 * @param callback our own address for this attempt, where the provider may tell that the job is
 *     over; {@code null} when it cannot reach us
 */
public record Order(
        AttemptId attempt,
        Kind kind,
        int count,
        int firstPicture,
        Style style,
        ReferencePhoto photo,
        Duration timeLeft,
        @Nullable URI callback) {

    public Order {
        if (count < 1) {
            throw new IllegalArgumentException("an order is for at least one picture");
        }
        if (firstPicture < 0) {
            throw new IllegalArgumentException("pictures are counted from 0");
        }
    }

    /** The same order with the photo where the provider can read it. */
    public Order with(ReferencePhoto brought) {
        return new Order(attempt, kind, count, firstPicture, style, brought, timeLeft, callback);
    }

    /** Our own address for this attempt, or empty when the provider cannot reach us. */
    public Optional<URI> webhook() {
        return Optional.ofNullable(callback);
    }
}
