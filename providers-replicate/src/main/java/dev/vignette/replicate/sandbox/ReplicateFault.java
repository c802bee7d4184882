package dev.vignette.replicate.sandbox;

import dev.vignette.sandbox.Fault;
import java.util.Locale;

/** What can go wrong at this vendor in particular. */
enum ReplicateFault implements Fault {
    THROTTLED("An order is refused with 429 and a retry_after of 2 seconds in the body."),
    THROTTLED_BY_HEADER("An order is refused with 429 and Retry-After: 2."),
    THROTTLED_WITHOUT_A_WAIT("An order is refused with 429 and no word on how long to wait."),
    UNAVAILABLE("An order is answered with 503 in HTML; it was not taken."),
    SERVER_ERROR_AFTER_ACCEPTING("An order is taken and answered with 500."),
    OUT_OF_CREDIT("An order is refused with 402."),
    UNAUTHENTICATED("A call is refused with 401, whatever its token."),
    CHECK_THROTTLED("A look at a prediction is refused with 429 and Retry-After: 2."),
    CHECK_UNAVAILABLE("A look at a prediction is answered with 503 in HTML."),
    LIST_UNAVAILABLE("The first page of the list is answered with 503 in HTML."),
    LATER_PAGE_UNAVAILABLE("A later page of the list is answered with 503 in HTML."),
    LIST_SLOW("A page of the list comes slow_answer_millis late."),
    WEBHOOK_BAD_SIGNATURE("A webhook's signature fits no secret of the account."),
    WEBHOOK_OUT_OF_ORDER("A webhook with the state before the end follows the one with the end."),
    CONTENT_REFUSED("A prediction fails as flagged (E005)."),
    RUN_FAILS("A prediction fails for an unknown reason (E1000)."),
    OUT_OF_MEMORY("A prediction fails for lack of memory (E1001)."),
    NEVER_FINISHES("A prediction works until it is cancelled or its deadline comes."),
    NEVER_STARTS("A prediction stays in its start until it is cancelled or its deadline comes."),
    FEWER_PICTURES("A prediction delivers one picture less than asked, but at least one."),
    DATA_REMOVED("A prediction has lost its data by the time it is finished."),
    UNCLOSED_ANSWER("A waited answer holds all its output and still says processing.");

    private final String effect;

    ReplicateFault(String effect) {
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
