package dev.vignette.engine.work;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The pictures of a production that nobody brings any more and somebody else may be asked for.
 *
 * @param places their indexes, in order; of one sort of remedy
 * @param paid whether they were paid for already
 */
record Missing(List<Integer> places, boolean paid) {
    Missing {
        places = List.copyOf(places);
    }

    /** What is missing: first what costs nothing twice. */
    static Missing of(Production production) {
        if (production.attempts().stream()
                .anyMatch(attempt -> Remedy.after(attempt.state()) == Remedy.STOP)) {
            return new Missing(List.of(), false);
        }
        List<Integer> unpaid = places(production, false);
        return unpaid.isEmpty() && hasPart(production)
                ? new Missing(places(production, true), true)
                : new Missing(unpaid, false);
    }

    boolean nothing() {
        return places.isEmpty();
    }

    private static List<Integer> places(Production production, boolean paid) {
        return IntStream.range(0, production.request().count())
                .filter(production::isFree)
                .filter(place -> !isInDoubt(production, place))
                .filter(place -> wanted(production, place, paid))
                .boxed()
                .toList();
    }

    /** Another order for it may still bring a job: only a budget for that may buy a second one. */
    private static boolean isInDoubt(Production production, int place) {
        return covering(production, place).anyMatch(Attempt::inDoubt);
    }

    private static boolean wanted(Production production, int place, boolean paid) {
        return latest(production, place)
                .map(attempt -> Remedy.after(attempt.state()))
                .map(remedy ->
                        switch (remedy) {
                            case NONE, STOP -> false;
                            case ELSEWHERE, ELSEWHERE_OR_AGAIN -> !paid;
                            case COMPLETE -> paid;
                        })
                .orElse(false);
    }

    /** The latest attempt to buy that picture. */
    private static Optional<Attempt> latest(Production production, int place) {
        return covering(production, place).reduce((_, later) -> later);
    }

    private static Stream<Attempt> covering(Production production, int place) {
        return production.attempts().stream()
                .filter(attempt -> attempt.firstPicture() <= place)
                .filter(attempt -> place < attempt.firstPicture() + attempt.pictures());
    }

    /** Whether a picture is there, or on its way into the store. */
    private static boolean hasPart(Production production) {
        return production.pictures().stream()
                .anyMatch(picture ->
                        switch (picture.state()) {
                            case PictureState.Stored _, PictureState.Awaited _ -> true;
                            case PictureState.Lost _, PictureState.Gone _ -> false;
                        });
    }
}
