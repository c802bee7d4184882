package dev.vignette.engine;

import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.Picture;
import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.store.Erasure;
import dev.vignette.store.GenerationQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The front of the engine: what apps can ask of it. Everything is scoped to the calling client;
 * somebody else's generation is the same as none. Methods block; callers bring virtual threads.
 */
public interface Generations {

    /** Takes a request in. Nothing is spent unless the answer says accepted. */
    Creation create(Client client, GenerationAsk ask);

    /** The generation as it is now, or empty when there is none of that id for this client. */
    Optional<Snapshot> find(Client client, GenerationId id);

    /**
     * The generation when it is over, or as it is after {@code patience}, whichever is first; at
     * once when the gateway shuts down.
     */
    Optional<Snapshot> await(Client client, GenerationId id, Duration patience);

    /** A page of the client's generations, newest first. */
    List<Snapshot> list(GenerationQuery query);

    /** Calls a generation off. */
    Cancellation cancel(Client client, GenerationId id);

    /** A stored picture of a generation for whoever holds a signed link, or empty. */
    Optional<Picture> picture(GenerationId id, int index);

    /** Whether there was such a generation and its contents were deleted, whoever asks. */
    boolean erased(GenerationId id);

    /** Deletes a generation's contents; again the same erasure; empty when there is none. */
    Optional<Erasure> erase(Client client, GenerationId id);

    /** How far an erasure is, or empty when there is none of that id for this client. */
    Optional<Erasure> erasure(Client client, ErasureId id);

    /** What became of calling a generation off. */
    sealed interface Cancellation {
        /** It is cancelled, now or before. */
        record Done(Snapshot snapshot) implements Cancellation {}

        /** It was over otherwise. */
        record AlreadyFinished(Snapshot snapshot) implements Cancellation {}

        /** There is none of that id for this client. */
        record None() implements Cancellation {}
    }
}
