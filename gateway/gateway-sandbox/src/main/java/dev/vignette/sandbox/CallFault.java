package dev.vignette.sandbox;

import java.util.Locale;

/** Faults of any vendor's call that places an order; see {@link Sandbox#faulty}. */
public enum CallFault implements Fault {
    CUT_HALF_READ("The connection is closed when half of the order was read; it was not taken."),
    CUT_BEFORE_ACCEPTING("The order is read, then the connection is closed; it was not taken."),
    CUT_AFTER_ACCEPTING("The order is taken, then the connection is closed without an answer."),
    HALF_ANSWER("The order is taken, half of the answer is sent."),
    HTML_ANSWER("A front server answers 502 in HTML; the order was not taken."),
    HTML_AFTER_ACCEPTING("The order is taken, a front server answers 504 in HTML."),
    SLOW_ANSWER("The order is taken, the answer comes slow_answer_millis later."),
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
