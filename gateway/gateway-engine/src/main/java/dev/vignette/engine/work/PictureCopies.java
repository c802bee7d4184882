package dev.vignette.engine.work;

import dev.vignette.fetch.FetchRules;
import dev.vignette.generation.Picture;

/** Brings a bought picture into our own store. */
public interface PictureCopies {

    /**
     * Copies an awaited picture and returns it stored or lost. Blocks as long as there is hope. May
     * be called again for the same picture, also after a crash.
     */
    Picture copy(Picture picture, FetchRules rules) throws InterruptedException;

    /** Lets go of what was kept on the way, once it is written down that the picture is settled. */
    void forget(Picture picture);
}
