package dev.vignette.generation;

import org.jspecify.annotations.Nullable;

/**
 * Why an accepted generation came to nothing.
 *
 * @param code the stable code
 * @param detail one safe sentence
 * @param provider the provider it came to nothing at; {@code null} when none was asked
 * @param retryable whether the same request may do better later
 * @param charged whether money was or may have been spent
 */
public record GenerationFailure(
        FailureCode code,
        String detail,
        @Nullable String provider,
        boolean retryable,
        boolean charged) {}
