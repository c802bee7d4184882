package dev.vignette.objects;

import dev.vignette.portrait.ContentHash;

/**
 * What is known of a stored file without reading it.
 *
 * @param hash the SHA-256 of its bytes
 * @param bytes its size
 * @param mediaType for example {@code image/png}
 */
public record ObjectFacts(ContentHash hash, long bytes, String mediaType) {}
