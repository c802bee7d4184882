package dev.vignette.sandbox;

import java.time.Duration;

/**
 * Lets {@link CallFault}s strike a handler.
 *
 * @param faults what is armed
 * @param handler what answers when nothing is wrong
 */
public record FaultyHandler(Faults faults, Handler handler) implements Handler {
    private static final Duration SLOW = Duration.ofSeconds(65);
    private static final Duration SILENCE = Duration.ofMinutes(30);

    @Override
    public Reply answer(Request request) {
        if (faults.strikes(CallFault.CUT_BEFORE_ACCEPTING)) {
            return new Reply.Cut();
        }
        if (faults.strikes(CallFault.HTML_ANSWER)) {
            return Reply.html(502, "Bad gateway");
        }
        return afterwards(handler.answer(request));
    }

    private Reply afterwards(Reply reply) {
        if (faults.strikes(CallFault.CUT_AFTER_ACCEPTING)) {
            return new Reply.Cut();
        }
        if (faults.strikes(CallFault.HALF_ANSWER)) {
            return halved(reply);
        }
        if (faults.strikes(CallFault.NO_ANSWER)) {
            return new Reply.Late(new Reply.Cut(), SILENCE);
        }
        return faults.strikes(CallFault.SLOW_ANSWER) ? new Reply.Late(reply, SLOW) : reply;
    }

    private static Reply halved(Reply reply) {
        return switch (reply) {
            case Reply.Whole whole -> new Reply.Half(whole);
            case Reply.Late(Reply later, Duration delay) -> new Reply.Late(halved(later), delay);
            case Reply.Cut _, Reply.Half _, Reply.Dribbled _ -> reply;
        };
    }
}
