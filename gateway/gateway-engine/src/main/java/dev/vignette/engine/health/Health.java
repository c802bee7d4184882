package dev.vignette.engine.health;

import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.store.PauseStore;
import java.util.function.ToIntFunction;

/** How providers stand, put together from what their answers tell and what operators say. */
public final class Health implements Standings {
    private final Breakers breakers;
    private final Pauses pauses;
    private final ToIntFunction<String> waiting;

    /**
     * As it is written, and every breaker closed.
     *
     * @param pauses which providers rest
     * @param waiting how many orders wait for a place at that provider
     * @param around what everything lives in
     */
    public Health(PauseStore pauses, ToIntFunction<String> waiting, Surroundings around) {
        this.breakers = new Breakers(around.clock());
        this.waiting = waiting;
        this.pauses = new Pauses(pauses, around.waits());
    }

    @Override
    public Standing of(String provider) {
        return new Standing(
                pauses.of(provider).orElse(null),
                breakers.of(provider),
                waiting.applyAsInt(provider));
    }

    @Override
    public void refresh() {
        pauses.refresh();
    }

    /** What the providers' answers tell. */
    public Breakers breakers() {
        return breakers;
    }

    /** What operators say. */
    public Pauses pauses() {
        return pauses;
    }
}
