package dev.vignette.tck.memory;

import dev.vignette.generation.Avoided;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.id.ProductionId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One generation, with what of it may change. */
final class GenerationRow {
    private final Generation written;
    private GenerationRequest request;
    private GenerationState state;
    private @Nullable Avoided avoided;

    GenerationRow(Generation written) {
        this.written = written;
        this.request = written.request();
        this.state = written.state();
        this.avoided = written.avoided();
    }

    /** The same row, to be changed apart. */
    GenerationRow copy() {
        GenerationRow copy = new GenerationRow(written);
        copy.request = request;
        copy.state = state;
        copy.avoided = avoided;
        return copy;
    }

    Generation read() {
        return new Generation(
                written.id(),
                written.client(),
                request,
                written.origin(),
                written.production(),
                written.createdAt(),
                written.deadline(),
                state,
                avoided);
    }

    ProductionId production() {
        return written.production();
    }

    boolean open() {
        return state instanceof GenerationState.Open;
    }

    boolean erased() {
        return state instanceof GenerationState.Erased;
    }

    void end(GenerationState end) {
        state = end;
    }

    /** One that joined notes what it did not pay. */
    void save(@Nullable Avoided saved) {
        boolean succeeded = state instanceof GenerationState.Succeeded;
        if (succeeded && written.origin() instanceof Origin.Joined) {
            avoided = saved;
        }
    }

    void erase(Instant at) {
        state = new GenerationState.Erased(at);
        request =
                new GenerationRequest(
                        Blank.of(request.portrait()),
                        request.cache(),
                        request.terms(),
                        request.deadline(),
                        null,
                        request.labels(),
                        Map.of());
    }
}
