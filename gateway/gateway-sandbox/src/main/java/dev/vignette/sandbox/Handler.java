package dev.vignette.sandbox;

/** Answers the calls of one route. Runs on a virtual thread of its own; may be called at once. */
@FunctionalInterface
public interface Handler {

    /** The answer. A {@link RuntimeException} becomes a 500 and a warning in the log. */
    Reply answer(Request request);
}
