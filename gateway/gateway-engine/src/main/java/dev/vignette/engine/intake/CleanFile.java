package dev.vignette.engine.intake;

import dev.vignette.portrait.ImageType;

/**
 * A photo without metadata, its pixels as they came.
 *
 * @param type its type
 * @param width in pixels, as stored
 * @param height in pixels, as stored
 * @param orientation the EXIF orientation that its metadata told, 1 to 8
 * @param bytes the file; the array that came in when there was nothing to remove
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would cost 15 MB
record CleanFile(ImageType type, int width, int height, int orientation, byte[] bytes) {}
