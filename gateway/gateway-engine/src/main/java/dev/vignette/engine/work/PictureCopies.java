package dev.vignette.engine.work;

import dev.vignette.fetch.FetchRules;
import dev.vignette.generation.Picture;
import java.util.Optional;

/** Brings bought pictures into our own store. */
public interface PictureCopies {

    /**
     * Copies an awaited picture and returns it stored or lost. Blocks as long as there is hope. May
     * be called again for the same picture, also after a crash.
     *
     * @param rules where its provider's pictures may be fetched from
     * @param fresh asked, now and then, when the provider's link is not honoured
     */
    Picture copy(Picture picture, FetchRules rules, FreshLinks fresh) throws InterruptedException;

    /** Lets go of what was kept on the way, once it is written down that the picture is settled. */
    void forget(Picture picture);

    /**
     * Why a picture bought now might be lost: nothing more is to be bought until this is empty
     * again, which comes by itself. Quick; never asks anybody.
     *
     * @return one safe sentence, or empty when pictures can be taken
     */
    Optional<String> blocked();
}
