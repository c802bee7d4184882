package dev.vignette.objects;

import java.time.Instant;

/**
 * A file as a store lists it.
 *
 * @param key where it is
 * @param storedAt since when, by the store's clock
 */
public record ListedObject(ObjectKey key, Instant storedAt) {}
