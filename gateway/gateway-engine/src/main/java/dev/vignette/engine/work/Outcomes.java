package dev.vignette.engine.work;

import dev.vignette.engine.price.Savings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.GenerationFailure;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.portrait.Fit;
import dev.vignette.portrait.Member;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.store.Finish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says how a production ends when nothing more will come. */
final class Outcomes {
    private static final Set<Class<? extends AttemptState>> NOBODY_KNOWS =
            Set.of(
                    AttemptState.Sending.class, // on its way, or left so by a process that died
                    AttemptState.Unknown.class,
                    AttemptState.Review.class,
                    AttemptState.WrittenOff.class);

    private static final Set<Class<? extends AttemptState>> AT_WORK =
            Set.of(AttemptState.Accepted.class);

    /** The end for everybody who still waits. */
    Finish of(Production production, Optional<Closing> closing, Instant now) {
        int stored = stored(production);
        boolean complete = stored == production.request().count();
        return new Finish(
                production.id(),
                production.changes(),
                now,
                state(production, stored, closing, now),
                stored == 0 ? List.of() : fit(production, stored),
                production.remembered() && complete,
                stored == 0 ? null : Savings.of(production, stored));
    }

    private static GenerationState state(
            Production production, int stored, Optional<Closing> closing, Instant now) {
        if (closing.filter(why -> why == Closing.CANCELED).isPresent()) {
            return new GenerationState.Canceled(now);
        }
        return stored > 0
                ? new GenerationState.Succeeded(now)
                : new GenerationState.Failed(now, failure(production, closing));
    }

    private static GenerationFailure failure(Production production, Optional<Closing> closing) {
        boolean charged = production.attempts().stream().anyMatch(Outcomes::mayCost);
        Attempt unknown = last(production, NOBODY_KNOWS);
        if (unknown != null) {
            return new GenerationFailure(
                    FailureCode.OUTCOME_UNKNOWN,
                    "Whether the provider has the order is not known; it was not sent again.",
                    unknown.provider(),
                    false,
                    true);
        }
        Attempt working = last(production, AT_WORK);
        if (closing.isPresent() && working != null) {
            return new GenerationFailure(
                    FailureCode.DEADLINE_EXCEEDED,
                    "The provider had not finished by the deadline.",
                    working.provider(),
                    true,
                    true);
        }
        if (!production.pictures().isEmpty()) {
            return new GenerationFailure(
                    FailureCode.OUTPUT_LOST,
                    "The provider made the pictures, but none could be fetched.",
                    production.pictures().getFirst().provider(),
                    true,
                    charged);
        }
        return refusal(production, charged);
    }

    private static GenerationFailure refusal(Production production, boolean charged) {
        Attempt decisive =
                production.attempts().stream()
                        .filter(Outcomes::atFault)
                        .findFirst()
                        .orElseGet(() -> production.attempts().getLast());
        ProviderFailure failure =
                Failures.of(decisive.state())
                        .orElseGet(() ->
                                ProviderFailure.of(
                                        FailureKind.DEADLINE,
                                        "Nothing was sent before the deadline."));
        FailureCode code = code(failure.kind());
        return new GenerationFailure(
                code, failure.detail(), decisive.provider(), retryable(code), charged);
    }

    /** The request itself is at fault; that says more than what others said later. */
    private static boolean atFault(Attempt attempt) {
        return Failures.of(attempt.state())
                .map(ProviderFailure::kind)
                .filter(kind ->
                        kind == FailureKind.CONTENT_REFUSED || kind == FailureKind.INVALID_INPUT)
                .isPresent();
    }

    private static FailureCode code(FailureKind kind) {
        return switch (kind) {
            case INVALID_INPUT -> FailureCode.INVALID_INPUT;
            case CONTENT_REFUSED -> FailureCode.CONTENT_REFUSED;
            case CREDENTIALS -> FailureCode.PROVIDER_CREDENTIALS;
            case OUT_OF_CREDIT -> FailureCode.PROVIDER_OUT_OF_CREDIT;
            case THROTTLED -> FailureCode.THROTTLED;
            case UNAVAILABLE, UNSUPPORTED -> FailureCode.PROVIDER_UNAVAILABLE;
            case FAILED, CANCELED -> FailureCode.PROVIDER_FAILED;
            case DEADLINE -> FailureCode.DEADLINE_EXCEEDED;
            case LOST -> FailureCode.OUTPUT_LOST;
            case MALFORMED_ANSWER -> FailureCode.MALFORMED_ANSWER;
        };
    }

    private static boolean retryable(FailureCode code) {
        return switch (code) {
            case CONTENT_REFUSED, INVALID_INPUT, OUTCOME_UNKNOWN -> false;
            case PROVIDER_UNAVAILABLE,
                    PROVIDER_FAILED,
                    PROVIDER_CREDENTIALS,
                    PROVIDER_OUT_OF_CREDIT,
                    THROTTLED,
                    DEADLINE_EXCEEDED,
                    OUTPUT_LOST,
                    MALFORMED_ANSWER ->
                    true;
        };
    }

    private static boolean mayCost(Attempt attempt) {
        return switch (attempt.state()) {
            case AttemptState.Preparing _,
                    AttemptState.Refused _,
                    AttemptState.NotAccepted _,
                    AttemptState.NotSent _ ->
                    false;
            case AttemptState.Sending _,
                    AttemptState.Accepted _,
                    AttemptState.Unknown _,
                    AttemptState.Review _,
                    AttemptState.WrittenOff _ ->
                    true;
            case AttemptState.Succeeded _, AttemptState.Failed _, AttemptState.Canceled _ ->
                    attempt.cost()
                            .flatMap(charge -> charge.cost().amount())
                            .map(amount -> amount.micros() != 0)
                            .orElse(true);
        };
    }

    /** What was not delivered as asked: known before sending, measured afterwards, and missing. */
    private static List<Fit> fit(Production production, int stored) {
        List<Fit> fit =
                new ArrayList<>(
                        production.attempts().stream()
                                .filter(a -> a.state() instanceof AttemptState.Succeeded)
                                .flatMap(attempt -> attempt.fit().stream())
                                .distinct()
                                .toList());
        fit.addAll(MeasuredFit.of(production, fit));
        int wanted = production.request().count();
        if (stored < wanted) {
            fit.add(
                    new Fit(
                            Member.COUNT,
                            Fit.Outcome.SHORTFALL,
                            "asked for " + wanted + ", delivered " + stored));
        }
        return fit;
    }

    private static int stored(Production production) {
        return (int)
                production.pictures().stream()
                        .filter(picture -> picture.state() instanceof PictureState.Stored)
                        .count();
    }

    private static @Nullable Attempt last(
            Production production, Set<Class<? extends AttemptState>> states) {
        return production.attempts().stream()
                .filter(attempt -> states.contains(attempt.state().getClass()))
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
