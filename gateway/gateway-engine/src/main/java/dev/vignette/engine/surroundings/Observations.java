package dev.vignette.engine.surroundings;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Generation;
import dev.vignette.portrait.Kind;
import java.time.Duration;

/**
 * What the engine lets others see, for metrics. Called on the way of a request: must be quick and
 * must not throw.
 */
public interface Observations {

    /** A request was answered from stored pictures, joined a production, or began one. */
    void requested(Kind kind, CacheOutcome outcome);

    /**
     * A provider was chosen to be bought from.
     *
     * @param reason why this one, in a word out of a few, for example {@code weight}
     */
    void routed(Kind kind, String provider, String reason);

    /** A generation is over. */
    void generationEnded(Generation generation, String provider);

    /** An attempt has ended and was charged, or is left for review. */
    void attemptEnded(Attempt attempt);

    /** A call to a provider took that long. */
    void called(String provider, Call call, Duration duration);

    /** How a request met what was made before. */
    enum CacheOutcome {
        HIT,
        JOINED,
        MISS
    }

    /** What a provider was called for. */
    enum Call {
        UPLOAD,
        SUBMIT,
        CHECK,
        LIST,
        CANCEL
    }

    /** Nobody looks. */
    Observations NONE =
            new Observations() {
                @Override
                public void requested(Kind kind, CacheOutcome outcome) {
                    // nobody looks
                }

                @Override
                public void routed(Kind kind, String provider, String reason) {
                    // nobody looks
                }

                @Override
                public void generationEnded(Generation generation, String provider) {
                    // nobody looks
                }

                @Override
                public void attemptEnded(Attempt attempt) {
                    // nobody looks
                }

                @Override
                public void called(String provider, Call call, Duration duration) {
                    // nobody looks
                }
            };
}
