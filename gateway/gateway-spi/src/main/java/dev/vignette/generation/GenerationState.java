package dev.vignette.generation;

import java.time.Instant;

/** Whether a generation is over, and how. */
public sealed interface GenerationState {

    /** Not over; how far it is, its production's {@link Stage} tells. */
    record Open() implements GenerationState {}

    /** At least one picture is stored and nothing more will come. */
    record Succeeded(Instant at) implements GenerationState {}

    /**
     * It came to nothing.
     *
     * @param at when
     * @param failure why
     */
    record Failed(Instant at, GenerationFailure failure) implements GenerationState {}

    /** The app called it off. */
    record Canceled(Instant at) implements GenerationState {}

    /** Its contents were deleted. */
    record Erased(Instant at) implements GenerationState {}
}
