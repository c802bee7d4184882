package dev.vignette.engine.surroundings;

/**
 * One provider's place in the route of a kind.
 *
 * @param provider its configured name
 * @param weight its share among those that are no fallbacks, 0 or more; 0 means never
 * @param fallback whether it serves only after all of those
 */
public record RouteEntry(String provider, int weight, boolean fallback) {}
