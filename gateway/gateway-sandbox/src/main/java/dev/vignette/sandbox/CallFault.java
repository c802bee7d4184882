package dev.vignette.sandbox;

import java.util.Locale;

/** Faults of any vendor's call; see {@link FaultyHandler}. */
public enum CallFault implements Fault {
    CUT_BEFORE_ACCEPTING("The connection is closed before the order was taken."),
    CUT_AFTER_ACCEPTING("The order is taken, then the connection is closed without an answer."),
    HALF_ANSWER("The order is taken, half of the answer is sent."),
    HTML_ANSWER("A front server answers 502 in HTML; the order was not taken."),
    SLOW_ANSWER("The order is taken, the answer comes 65 s later."),
    NO_ANSWER("The order is taken, no answer comes for half an hour.");

    private final String effect;

    CallFault(String effect) {
        this.effect = effect;
    }

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String effect() {
        return effect;
    }
}
