package dev.vignette.server.http.links;

import dev.vignette.objects.ObjectStore;

/**
 * Where reference photos are kept: beside the database, see
 * docs/decisions/0007-photos-stay-here.md.
 *
 * @param store the store
 */
public record ReferencePhotos(ObjectStore store) {}
