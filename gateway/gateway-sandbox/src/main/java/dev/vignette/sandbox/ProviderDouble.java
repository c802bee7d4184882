package dev.vignette.sandbox;

/** A vendor's double, found at start as a bean beside the adapter it answers to. */
public interface ProviderDouble {

    /** The adapter it stands in for, for example {@code replicate}. */
    String adapter();

    /** Starts it on 127.0.0.1. May be called more than once; each is its own vendor. */
    RunningDouble start(SandboxSettings settings);
}
