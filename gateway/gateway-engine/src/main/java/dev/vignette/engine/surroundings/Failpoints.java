package dev.vignette.engine.surroundings;

/** Passed on the way; a test may let the process die there. Does nothing else. */
@FunctionalInterface
public interface Failpoints {

    /** This moment has come. */
    void pass(Failpoint point);

    /** Nobody dies. */
    Failpoints NONE = _ -> {};
}
