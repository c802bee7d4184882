package dev.vignette.simulation.gateway;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Evidence;
import dev.vignette.generation.Picture;
import dev.vignette.store.Finish;
import dev.vignette.store.Proposal;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Puts what was written to the database into words. */
final class Telling {
    private Telling() {}

    static String of(Method method, Object[] arguments, @Nullable Object result) {
        StringBuilder told = new StringBuilder("writes: ").append(method.getName());
        for (Object argument : arguments) {
            told.append(of(argument));
        }
        return told.append(came(result)).toString();
    }

    private static String of(Object argument) {
        return switch (argument) {
            case Attempt attempt -> " " + attempt.id() + " is " + attempt.state();
            case Picture picture -> " " + picture.key() + " is " + picture.state();
            case Proposal proposal -> " " + proposal.generation().id();
            case Finish finish -> " " + finish.production() + " is " + finish.outcome();
            case Evidence evidence -> " " + evidence;
            default -> "";
        };
    }

    /** What came of it, as far as that is one word. */
    private static String came(@Nullable Object result) {
        return result instanceof Boolean || result instanceof Enum<?> ? ": " + result : "";
    }
}
