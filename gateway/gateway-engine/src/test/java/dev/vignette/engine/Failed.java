package dev.vignette.engine;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.GenerationFailure;
import dev.vignette.generation.GenerationState;

/** Reads why generations came to nothing. */
final class Failed {
    private Failed() {}

    static FailureCode code(Snapshot snapshot) {
        return failure(snapshot).code();
    }

    static GenerationFailure failure(Snapshot snapshot) {
        if (snapshot.generation().state() instanceof GenerationState.Failed(var _, var failure)) {
            return failure;
        }
        throw new AssertionError("it did not fail: " + snapshot.generation().state());
    }
}
