package dev.vignette.tck.provider;

import java.util.Locale;

/**
 * What may happen at a vendor. Each has a folder of recordings, {@code
 * src/test/resources/recordings/<folder>/*.json}, one WireMock stub mapping a file; the last answer
 * of a sequence stays for repeated checks. A recording is written by hand, so that a reader sees
 * what the vendor says.
 */
public enum Scenario {
    /** The answer to the order holds all its pictures. */
    FINISHES_AT_ONCE,
    /** The order is taken, the first check finds it working, the second finished. */
    FINISHES_AFTER_TWO_CHECKS,
    /** Moderated, at once or on a check. */
    CONTENT_REFUSED,
    /** The order is refused because something in it is wrong. */
    BAD_INPUT,
    /** The credential is refused. The recording may repeat {@link VendorUnderTest#CREDENTIAL}. */
    BAD_CREDENTIALS,
    /** The account has no money left. */
    OUT_OF_CREDIT,
    /** Too many orders; the vendor asks to wait 7 seconds. */
    THROTTLED,
    /** Too many orders; the vendor does not say how long to wait. */
    THROTTLED_WITHOUT_A_WAIT,
    /** The order is taken; the first check is throttled and the vendor asks to wait 7 seconds. */
    THROTTLED_ON_CHECK,
    /** The order is answered with a server error. */
    SERVER_DOWN_ON_SUBMIT,
    /** The order is taken; the first check gets a server error, the second finds it finished. */
    SERVER_DOWN_ON_CHECK,
    /** The order is answered with half a JSON under a success status. */
    BROKEN_JSON_ON_SUBMIT,
    /** The order is taken; the first check gets half a JSON, the second finds it finished. */
    BROKEN_JSON_ON_CHECK,
    /** The order is answered with a page of HTML under a success status. */
    HTML_ON_SUBMIT,
    /** The order is taken; the first check gets a page of HTML, the second finds it finished. */
    HTML_ON_CHECK,
    /** The order is answered with a success that names no job and no pictures. */
    ANSWER_WITHOUT_AN_ID,
    /** All goes well, with members in every answer that nobody has heard of. */
    UNKNOWN_FIELDS,
    /** A state nobody has heard of on the first check, finished on the second. */
    UNKNOWN_STATE,
    /** Finished with fewer pictures than ordered, at least one. */
    FEWER_PICTURES,
    /** Said to be finished, without a single picture. */
    NO_PICTURES,
    /** The line breaks after the order was sent: a WireMock fault. */
    CUT_AFTER_SENDING,
    /** The order is taken; the line breaks on the first check, the second finds it finished. */
    CUT_ON_CHECK,
    /** The order's answer takes 3 seconds, more than the adapter is opened to wait. */
    NO_ANSWER_IN_TIME,
    /** The job ran and failed. */
    FAILED,
    /** The vendor stopped the job at the deadline it was given. */
    STOPPED_AT_ITS_DEADLINE,
    /** The order is taken, then cancelled; the check finds it cancelled. */
    CANCELED,
    /**
     * The order is taken; the call that cancels gets a server error; the check finds it finished.
     */
    CANCEL_FAILS,
    /** The order is taken; the check is told that there is no such job. */
    LOST,
    /** The order is taken; the check finds it finished and its pictures already removed. */
    OUTPUT_REMOVED;

    /** The name of its folder, for example {@code finishes-at-once}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
