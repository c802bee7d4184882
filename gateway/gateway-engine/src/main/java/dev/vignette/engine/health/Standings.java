package dev.vignette.engine.health;

/** Tells how providers stand. Asked for every request: answers from memory. */
@FunctionalInterface
public interface Standings {

    /** How that provider stands now. */
    Standing of(String provider);

    /** Nothing is the matter with anybody. */
    Standings ALL_WELL = _ -> Standing.WELL;
}
