package dev.vignette.simulation.plot;

/**
 * Something that begins at one moment of a story.
 *
 * @param second when
 * @param name what
 */
public record Mark(int second, String name) {}
