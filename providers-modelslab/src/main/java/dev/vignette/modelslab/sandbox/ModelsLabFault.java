package dev.vignette.modelslab.sandbox;

import dev.vignette.sandbox.Fault;
import java.util.Locale;

/** What can go wrong at ModelsLab on purpose. */
enum ModelsLabFault implements Fault {
    WEBHOOK_WRONG_TOKEN("A webhook goes to an address nobody asked it to."),
    QUEUED("An order is queued and has to be fetched; its id is a number."),
    QUEUED_TEXT_ID("An order is queued and has to be fetched; its id is text."),
    FOREIGN_FETCH_RESULT("A queued order's fetch_result points to another host."),
    INVALID_KEY("A call is refused as if its key were wrong."),
    OUT_OF_CREDIT("An order is refused with 402: no credit."),
    QUEUE_FULL("An order is refused with 429 and retry_after in the body."),
    RATE_LIMIT_UNDER_200("An order is refused for its rate, under 200."),
    OBJECT_MESSAGE("An order is refused under 200, with an object in the member messege."),
    TRY_AGAIN("An order is refused because the model is not warm."),
    TRY_AGAIN_ON_FETCH("A fetch is answered with an invitation to try again."),
    SERVER_ERROR("An order is answered with 500; it was not taken."),
    FETCH_SERVER_ERROR("A fetch is answered with 503."),
    FETCH_QUEUE_FULL("A fetch is answered with 429 and retry_after in the body."),
    LOST_JOB("A fetch is answered with 404, as if there were no such job."),
    FAILED_JOB("An order is taken, queued, and fails."),
    FLAGGED("A picture is flagged and replaced by a blank one."),
    BLANK_PICTURE("A blank picture is delivered without a word."),
    INLINE_OUTPUT("The picture comes as Base64 instead of a link."),
    OUTPUT_AS_TEXT("The output is a single string instead of a list."),
    ONLY_PROXY_LINKS("The output is empty; the picture is in proxy_links.");

    private final String effect;

    ModelsLabFault(String effect) {
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
