package dev.vignette.portrait;

/**
 * What is known of a reference photo after intake: metadata removed, turned upright, measured.
 *
 * @param hash the SHA-256 of the bytes that providers get
 * @param type PNG, JPEG or WebP
 * @param width in pixels, 1 to 8192
 * @param height in pixels, 1 to 8192
 * @param bytes the size of the file, 1 to 15,000,000
 */
public record Photo(ContentHash hash, ImageType type, int width, int height, long bytes) {}
