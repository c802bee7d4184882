package dev.vignette.engine.surroundings;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
import java.util.function.Supplier;

/**
 * What the engine lets others follow, from a request to every call that it causes. Called on the
 * way of a request: must be quick and must not throw. A span belongs to the thread that began it
 * and is closed there, the last one first.
 */
public interface Tracing {

    /** The request that this thread serves has caused that production. */
    void caused(ProductionId production);

    /** Work on a production begins in this process. */
    Span production(Production production);

    /** Work on one of its attempts begins. */
    Span attempt(Attempt attempt);

    /** The copying of one of its pictures begins. */
    Span copy(Picture picture);

    /** A call to a provider begins, for the attempt this thread works on, if it does. */
    Span call(String provider, Observations.Call call);

    /** The same work, belonging to what this thread is at, whoever does it. */
    <T> Supplier<T> here(Supplier<T> work);

    /** Something that has begun and not ended. */
    interface Span extends AutoCloseable {

        /** What came of it: the answer to a call, or the picture as it was settled. */
        void came(Object outcome);

        /** It ends. Without an outcome a call or a copy has failed. */
        @Override
        void close();
    }

    /** Nobody follows. */
    Tracing NONE = new Untraced();
}
