package dev.vignette.replicate.sandbox;

import java.util.Locale;

/** The states of a prediction ("Prediction lifecycle"). */
enum State {
    STARTING,
    PROCESSING,
    SUCCEEDED,
    FAILED,
    CANCELED,
    ABORTED;

    boolean isFinal() {
        return this != STARTING && this != PROCESSING;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
