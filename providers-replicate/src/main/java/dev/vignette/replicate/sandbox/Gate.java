package dev.vignette.replicate.sandbox;

import dev.vignette.sandbox.Faults;
import dev.vignette.sandbox.Handler;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.Request;
import dev.vignette.sandbox.Sandbox;
import java.util.Optional;

/** What stands before every call: the token, the rate limits, and whatever is to go wrong. */
final class Gate {
    private static final long PAUSE_SECONDS = 2;

    private final String token;
    private final RateLimits limits;
    private final Sandbox sandbox;
    private final Faults faults;

    Gate(String token, RateLimits limits, Sandbox sandbox) {
        this.token = token;
        this.limits = limits;
        this.sandbox = sandbox;
        this.faults = sandbox.faults();
    }

    /** Lets through calls that place an order. */
    Handler orders(Handler handler) {
        Handler inner = sandbox.faulty(request -> afterOrder(handler.answer(request)));
        return known(
                limits.orders(request -> refusedOrder().orElseGet(() -> inner.answer(request))));
    }

    /** Lets through looks at one prediction. */
    Handler checks(Handler handler) {
        return known(
                limits.reads(request -> failedCheck().orElseGet(() -> handler.answer(request))));
    }

    /** Lets through looks at the list. */
    Handler lists(Handler handler) {
        return known(
                limits.reads(
                        request -> failedList(request).orElseGet(() -> slow(request, handler))));
    }

    /** Lets through all other calls. */
    Handler reads(Handler handler) {
        return known(limits.reads(handler));
    }

    private Handler known(Handler handler) {
        return request -> {
            boolean refused = faults.strikes(ReplicateFault.UNAUTHENTICATED) || !hasToken(request);
            return refused ? Problems.unauthenticated() : handler.answer(request);
        };
    }

    /** The older prefix {@code Token} still works. */
    private boolean hasToken(Request request) {
        String header = request.header("Authorization").orElse("");
        return header.equals("Bearer " + token) || header.equals("Token " + token);
    }

    private Optional<Reply> refusedOrder() {
        if (faults.strikes(ReplicateFault.THROTTLED)) {
            return Optional.of(Problems.throttled(PAUSE_SECONDS));
        }
        if (faults.strikes(ReplicateFault.THROTTLED_BY_HEADER)) {
            return Optional.of(Problems.throttledByHeader(PAUSE_SECONDS));
        }
        if (faults.strikes(ReplicateFault.THROTTLED_WITHOUT_A_WAIT)) {
            return Optional.of(Problems.throttledWithoutAWait());
        }
        if (faults.strikes(ReplicateFault.OUT_OF_CREDIT)) {
            return Optional.of(Problems.outOfCredit());
        }
        return unavailable(ReplicateFault.UNAVAILABLE);
    }

    private Optional<Reply> failedCheck() {
        if (faults.strikes(ReplicateFault.CHECK_THROTTLED)) {
            return Optional.of(Problems.throttledByHeader(PAUSE_SECONDS));
        }
        return unavailable(ReplicateFault.CHECK_UNAVAILABLE);
    }

    private Optional<Reply> failedList(Request request) {
        boolean later = request.query("cursor").isPresent();
        return unavailable(
                later ? ReplicateFault.LATER_PAGE_UNAVAILABLE : ReplicateFault.LIST_UNAVAILABLE);
    }

    private Reply slow(Request request, Handler handler) {
        Reply reply = handler.answer(request);
        return faults.strikes(ReplicateFault.LIST_SLOW)
                ? new Reply.Late(reply, sandbox.pace().slowAnswer())
                : reply;
    }

    private Optional<Reply> unavailable(ReplicateFault fault) {
        return faults.strikes(fault)
                ? Optional.of(Reply.html(503, "Service unavailable"))
                : Optional.empty();
    }

    private Reply afterOrder(Reply reply) {
        return faults.strikes(ReplicateFault.SERVER_ERROR_AFTER_ACCEPTING)
                ? Problems.serverError()
                : reply;
    }
}
