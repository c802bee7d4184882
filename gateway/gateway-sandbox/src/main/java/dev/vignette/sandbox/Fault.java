package dev.vignette.sandbox;

/** Something that can go wrong on purpose; implemented by enumerations. */
public interface Fault {

    /** The name in control calls, for example {@code throttled}. */
    String wireName();

    /** One sentence for people on what happens then. */
    String effect();
}
