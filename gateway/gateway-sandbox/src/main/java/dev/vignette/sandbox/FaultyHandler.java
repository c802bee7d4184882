package dev.vignette.sandbox;

import java.time.Duration;

/**
 * Lets {@link CallFault}s strike a handler, and holds what it handles.
 *
 * @param faults what is armed
 * @param holds where orders are to be held
 * @param pace how late a slow answer is
 * @param handler what answers when nothing is wrong
 */
record FaultyHandler(Faults faults, Holds holds, Pace pace, Handler handler) implements Handler {
    private static final Duration SILENCE = Duration.ofMinutes(30);

    @Override
    public Reply answer(Request request) {
        if (faults.strikes(CallFault.CUT_BEFORE_ACCEPTING)) {
            return new Reply.Cut();
        }
        if (faults.strikes(CallFault.HTML_ANSWER)) {
            return Reply.html(502, "Bad gateway");
        }
        try {
            holds.pass(Holds.Point.READ);
            Reply reply = handler.answer(request);
            holds.pass(Holds.Point.TAKEN);
            return afterwards(reply);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the double stops
            return new Reply.Cut();
        }
    }

    private Reply afterwards(Reply reply) {
        if (faults.strikes(CallFault.CUT_AFTER_ACCEPTING)) {
            return new Reply.Cut();
        }
        if (faults.strikes(CallFault.HALF_ANSWER)) {
            return halved(reply);
        }
        if (faults.strikes(CallFault.HTML_AFTER_ACCEPTING)) {
            return Reply.html(504, "Gateway time-out");
        }
        if (faults.strikes(CallFault.NO_ANSWER)) {
            return new Reply.Late(new Reply.Cut(), SILENCE);
        }
        return faults.strikes(CallFault.SLOW_ANSWER)
                ? new Reply.Late(reply, pace.slowAnswer())
                : reply;
    }

    private static Reply halved(Reply reply) {
        return switch (reply) {
            case Reply.Whole whole -> new Reply.Half(whole);
            case Reply.Late(Reply later, Duration delay) -> new Reply.Late(halved(later), delay);
            case Reply.Cut _, Reply.Half _, Reply.Dribbled _ -> reply;
        };
    }
}
