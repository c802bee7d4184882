package dev.vignette.engine.surroundings;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
import java.util.function.Supplier;

/** Nobody follows. */
final class Untraced implements Tracing {
    private static final Span NOTHING =
            new Span() {
                @Override
                public void came(Object outcome) {
                    // nobody follows
                }

                @Override
                public void close() {
                    // nobody follows
                }
            };

    @Override
    public void caused(ProductionId production) {
        // nobody follows
    }

    @Override
    public Span production(Production production) {
        return NOTHING;
    }

    @Override
    public Span attempt(Attempt attempt) {
        return NOTHING;
    }

    @Override
    public Span copy(Picture picture) {
        return NOTHING;
    }

    @Override
    public Span call(String provider, Observations.Call call) {
        return NOTHING;
    }

    @Override
    public <T> Supplier<T> here(Supplier<T> work) {
        return work;
    }
}
