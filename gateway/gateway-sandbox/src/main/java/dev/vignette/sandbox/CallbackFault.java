package dev.vignette.sandbox;

import java.util.Locale;

/** Faults of any vendor's webhooks; each strikes one job. */
public enum CallbackFault implements Fault {
    WEBHOOK_TWICE("A webhook comes twice."),
    WEBHOOK_LATE("A webhook comes webhook_delay_millis late."),
    WEBHOOK_MISSING("A webhook does not come."),
    WEBHOOK_BEFORE_ANSWER("An order is answered only after its webhook was tried.");

    private final String effect;

    CallbackFault(String effect) {
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
