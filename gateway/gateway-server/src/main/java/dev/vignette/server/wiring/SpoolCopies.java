package dev.vignette.server.wiring;

import dev.vignette.engine.copy.Copier;
import dev.vignette.engine.work.PictureCopies;
import dev.vignette.fetch.FetchRules;
import dev.vignette.generation.Picture;

/** Copies pictures through the spool. */
record SpoolCopies(Copier copier) implements PictureCopies {

    @Override
    public Picture copy(Picture picture, FetchRules rules) throws InterruptedException {
        return copier.copy(picture, rules);
    }

    @Override
    public void forget(Picture picture) {
        copier.forget(picture);
    }
}
