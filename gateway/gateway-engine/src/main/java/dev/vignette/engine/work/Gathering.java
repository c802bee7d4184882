package dev.vignette.engine.work;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import dev.vignette.engine.route.Router;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Decides what is next for a production from what its attempts brought: wait, buy what is missing
 * elsewhere, or end. The one place that decides whether money is spent again.
 */
final class Gathering {

    /** Refusals after which the order may go to another provider: the request is not at fault. */
    private static final Set<FailureKind> ELSEWHERE =
            EnumSet.of(
                    FailureKind.THROTTLED,
                    FailureKind.UNAVAILABLE,
                    FailureKind.OUT_OF_CREDIT,
                    FailureKind.CREDENTIALS,
                    FailureKind.UNSUPPORTED);

    /** Refusals that pass: when nobody else is left, the same provider may be asked again. */
    private static final Set<FailureKind> PASSING =
            EnumSet.of(FailureKind.THROTTLED, FailureKind.UNAVAILABLE);

    private static final int MOST_ROUNDS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_ASKED_PAUSE = Duration.ofMinutes(2);

    private final Router router;
    private final Purchases purchases;
    private final Resubmission resubmission;
    private final Outcomes outcomes;
    private final Surroundings around;

    Gathering(
            Router router,
            Purchases purchases,
            Resubmission resubmission,
            Outcomes outcomes,
            Surroundings around) {
        this.router = router;
        this.purchases = purchases;
        this.resubmission = resubmission;
        this.outcomes = outcomes;
        this.around = around;
    }

    /** What is next. */
    Move next(Production production, Optional<Closing> closing) {
        boolean open = production.attempts().stream().anyMatch(Attempt::underWay);
        boolean copying =
                production.pictures().stream()
                        .anyMatch(picture -> picture.state() instanceof PictureState.Awaited);
        if (production.stage() == Stage.DONE) {
            return open || copying ? new Move.Wait() : new Move.Rest();
        }
        if (closing.isEmpty()) {
            return resubmission.of(production).orElseGet(() -> goOn(production, open, copying));
        }
        boolean aboutToEnd =
                production.attempts().stream()
                        .anyMatch(attempt -> attempt.state() instanceof AttemptState.Preparing);
        return aboutToEnd ? new Move.Wait() : last(production, copying, closing);
    }

    private Move goOn(Production production, boolean open, boolean copying) {
        return open || production.attempts().stream().anyMatch(a -> isHeld(production, a))
                ? new Move.Wait()
                : more(production).orElseGet(() -> last(production, copying, Optional.empty()));
    }

    /** Nobody knows of it and nothing replaces it: it may still turn up while somebody waits. */
    private boolean isHeld(Production production, Attempt attempt) {
        return attempt.state() instanceof AttemptState.Review
                && around.inForce().unknownOutcome() != UnknownOutcome.FAIL
                && production.isFree(attempt.firstPicture())
                && production.attempts().stream()
                        .filter(other -> other.firstPicture() == attempt.firstPicture())
                        .noneMatch(other -> other.number() > attempt.number());
    }

    private Move last(Production production, boolean copying, Optional<Closing> closing) {
        return copying
                ? new Move.Wait()
                : new Move.End(outcomes.of(production, closing, around.now()));
    }

    /** The purchase that is still possible for what is missing, or empty when there is none. */
    private Optional<Move> more(Production production) {
        List<Integer> missing = refused(production);
        if (missing.isEmpty() || production.attempts().stream().anyMatch(Gathering::stops)) {
            return Optional.empty();
        }
        Policy policy = around.inForce();
        Set<String> tried =
                production.attempts().stream()
                        .filter(attempt -> !isOutdated(attempt, policy))
                        .map(Attempt::provider)
                        .collect(Collectors.toSet());
        return router.next(policy, production.request(), tried)
                .<Move>map(choice ->
                        new Move.Buy(
                                purchases.of(
                                        production.id(),
                                        choice,
                                        missing,
                                        production.attempts().size() + 1),
                                Optional.empty()))
                .or(() -> again(production, missing, tried));
    }

    /** What was not sent under other settings says nothing about who may serve under these. */
    private static boolean isOutdated(Attempt attempt, Policy policy) {
        return attempt.state() instanceof AttemptState.NotSent
                && attempt.settings() != policy.version();
    }

    /**
     * Everybody has refused; whoever refused for a reason that passes is asked again, soonest
     * first.
     */
    private Optional<Move> again(Production production, List<Integer> missing, Set<String> tried) {
        return tried.stream()
                .map(provider -> retry(production, provider))
                .flatMap(Optional::stream)
                .min(comparing(Retry::at, naturalOrder()))
                .filter(retry -> retry.at().isBefore(production.deadline()))
                .flatMap(retry -> at(production, missing, retry));
    }

    private Optional<Move> at(Production production, List<Integer> missing, Retry retry) {
        if (retry.at().isAfter(around.now())) {
            return Optional.of(new Move.WaitUntil(retry.at()));
        }
        return router.again(around.inForce(), production.request(), retry.provider())
                .map(choice ->
                        new Move.Buy(
                                purchases.of(
                                        production.id(),
                                        choice,
                                        missing,
                                        production.attempts().size() + 1),
                                Optional.empty()));
    }

    private Optional<Retry> retry(Production production, String provider) {
        List<Attempt> refused =
                production.attempts().stream()
                        .filter(attempt -> attempt.provider().equals(provider))
                        .filter(Gathering::neverTaken)
                        .toList();
        if (refused.isEmpty() || !(refused.getLast().state() instanceof AttemptState.Ended ended)) {
            return Optional.empty();
        }
        int picture = refused.getLast().firstPicture();
        long rounds = refused.stream().filter(a -> a.firstPicture() == picture).count();
        if (rounds >= MOST_ROUNDS) {
            return Optional.empty();
        }
        Optional<ProviderFailure> failure =
                Failures.of(ended).filter(f -> PASSING.contains(f.kind()));
        Duration backoff = FIRST_PAUSE.multipliedBy(1L << (rounds - 1));
        return failure.map(f -> f.retryAfter().orElse(backoff))
                .filter(pause -> pause.compareTo(LONGEST_ASKED_PAUSE) <= 0)
                .map(pause -> new Retry(provider, ended.completedAt().plus(pause)));
    }

    /** The pictures whose latest attempt was refused for a reason that lies with the provider. */
    private static List<Integer> refused(Production production) {
        return IntStream.range(0, production.request().count())
                .filter(index -> refusedElsewhere(production, index))
                .boxed()
                .toList();
    }

    private static boolean refusedElsewhere(Production production, int index) {
        return production.attempts().stream()
                .filter(attempt -> attempt.firstPicture() <= index)
                .filter(attempt -> index < attempt.firstPicture() + attempt.pictures())
                .reduce((_, later) -> later)
                .filter(Gathering::neverTaken)
                .flatMap(attempt -> Failures.of(attempt.state()))
                .filter(failure -> ELSEWHERE.contains(failure.kind()))
                .isPresent();
    }

    /** No job ever existed. One that was taken and failed is not bought again here. */
    private static boolean neverTaken(Attempt attempt) {
        return attempt.state() instanceof AttemptState.Refused
                || attempt.state() instanceof AttemptState.NotAccepted
                || attempt.state() instanceof AttemptState.NotSent;
    }

    /** The request itself is at fault: nobody else is asked, for any of its pictures. */
    private static boolean stops(Attempt attempt) {
        return Failures.of(attempt.state())
                .filter(failure ->
                        failure.kind() == FailureKind.CONTENT_REFUSED
                                || failure.kind() == FailureKind.INVALID_INPUT)
                .isPresent();
    }

    private record Retry(String provider, Instant at) {}
}
