package dev.vignette.tck.provider;

/** How a server may end the exchange in which it was sent an order. */
public enum Ending {
    /** The connection is closed before a byte of an answer. */
    CLOSED_BEFORE_THE_ANSWER,
    /** The connection is reset before a byte of an answer. */
    RESET_BEFORE_THE_ANSWER,
    /** The connection is closed within the answer's head. */
    CLOSED_WITHIN_THE_HEAD,
    /** The connection is closed within the answer's body. */
    CLOSED_WITHIN_THE_BODY,
    /** The connection is closed after a complete answer. */
    CLOSED_AFTER_THE_ANSWER,
    /** Something comes that is no HTTP. */
    NO_HTTP,
    /** A redirect that asks to send the same again. */
    REDIRECT_307,
    /** A timeout that some clients take as leave to send again. */
    TIMEOUT_408,
    /** Throttled, with leave to try again at once. */
    THROTTLED_429,
    /** Unavailable, with leave to try again at once. */
    UNAVAILABLE_503
}
