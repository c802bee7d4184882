package dev.vignette.sandbox;

import java.util.Locale;

/** Faults of the links to pictures; each strikes one download. */
public enum LinkFault implements Fault {
    LINK_NOT_FOUND("A link answers 404, as when the picture is not there yet."),
    LINK_HTML("A link answers 200 with a page of HTML."),
    LINK_ONE_BYTE_A_SECOND("A link sends one byte a second."),
    LINK_WRONG_LENGTH("A link announces more bytes than it sends."),
    LINK_CUT("A link closes the connection without an answer.");

    private final String effect;

    LinkFault(String effect) {
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
