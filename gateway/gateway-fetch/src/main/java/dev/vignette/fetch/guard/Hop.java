package dev.vignette.fetch.guard;

import dev.vignette.fetch.Fetched;

/** Where one request led. */
sealed interface Hop {

    /** To the end, whatever that is. */
    record Arrived(Fetched outcome) implements Hop {}

    /** To another address. */
    record Moved(int status, String location) implements Hop {}

    /** Nowhere: the rest of the file was asked for and cannot be had, so all of it has to be. */
    record Again() implements Hop {}
}
