package dev.vignette.engine.work;

import dev.vignette.generation.Picture;

/** Keeps pictures that came inside an answer safe before anything is written about them. */
@FunctionalInterface
public interface InlinePictures {

    /** Stores the picture's file durably; again with the same content is fine. */
    void keep(Picture picture, String base64);
}
