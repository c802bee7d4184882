package dev.vignette.server.http.problem;

import dev.vignette.engine.request.Candidate;
import dev.vignette.engine.request.PhotoProblem;
import dev.vignette.ledger.BudgetUse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was refused.
 *
 * @param code the stable code
 * @param detail one safe sentence about this very request
 * @param faults the members at fault
 * @param candidates why no provider can serve it
 * @param budget how the budget stands that has too little left; {@code null} where none is in the
 *     way
 * @param retryAfter when it is worth trying again; {@code null} when waiting does not help
 */
public record Problem(
        ProblemCode code,
        String detail,
        List<Fault> faults,
        List<Candidate> candidates,
        @Nullable BudgetUse budget,
        @Nullable Duration retryAfter) {

    public Problem {
        faults = List.copyOf(faults);
        candidates = List.copyOf(candidates);
    }

    /** A problem that needs no more than a sentence. */
    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, List.of(), List.of(), null, null);
    }

    /** Members at fault. */
    public static Problem faults(List<Fault> faults) {
        String detail =
                faults.size() == 1
                        ? "One member is at fault."
                        : faults.size() + " members are at fault.";
        return new Problem(ProblemCode.INVALID_REQUEST, detail, faults, List.of(), null, null);
    }

    /** The photo cannot be used. */
    public static Problem photo(PhotoProblem problem) {
        ProblemCode code =
                switch (problem.kind()) {
                    case UNSUPPORTED_TYPE -> ProblemCode.UNSUPPORTED_IMAGE_TYPE;
                    case INVALID -> ProblemCode.INVALID_IMAGE;
                    case TOO_MANY_PIXELS -> ProblemCode.IMAGE_TOO_MANY_PIXELS;
                    case TOO_LARGE -> ProblemCode.TOO_LARGE;
                    case ADDRESS_FORBIDDEN -> ProblemCode.IMAGE_URL_FORBIDDEN;
                    case FETCH_FAILED -> ProblemCode.IMAGE_FETCH_FAILED;
                };
        Fault fault = new Fault("/image", problem.detail());
        return new Problem(code, problem.detail(), List.of(fault), List.of(), null, null);
    }

    /** Nobody can serve it. */
    public static Problem noRoute(List<Candidate> candidates) {
        return new Problem(
                ProblemCode.NO_ROUTE,
                "No provider can serve this request as asked.",
                List.of(),
                candidates,
                null,
                null);
    }

    /** Somebody could serve it, but not for what it may cost. */
    public static Problem tooDear(List<Candidate> candidates) {
        return new Problem(
                ProblemCode.COST_LIMIT,
                "No provider makes these pictures for what max_cost allows.",
                List.of(new Fault("/max_cost", "is too little, or prices are not known")),
                candidates,
                null,
                null);
    }

    /** A budget has too little left. */
    public static Problem overBudget(BudgetUse use) {
        String whose = use.budget().client() == null ? "The budget of all clients" : "Your budget";
        return new Problem(
                ProblemCode.BUDGET_EXCEEDED,
                "%s for this %s has %s %s left, which is too little; it renews at %s."
                        .formatted(
                                whose,
                                use.budget().per().wireName(),
                                use.left().text(),
                                use.left().currency(),
                                use.renews()),
                List.of(),
                List.of(),
                use,
                null);
    }

    /** It may work later. */
    public static Problem later(ProblemCode code, String detail, Duration retryAfter) {
        return new Problem(code, detail, List.of(), List.of(), null, retryAfter);
    }

    /** Ends the handling of a request with this problem as the answer. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
