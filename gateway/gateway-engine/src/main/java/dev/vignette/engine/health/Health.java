package dev.vignette.engine.health;

import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.store.PauseStore;

/** How providers stand, put together from what their answers tell and what operators say. */
public final class Health implements Standings {
    private final Breakers breakers;
    private final Pauses pauses;

    /** As it is written, and every breaker closed. */
    public Health(PauseStore pauses, Surroundings around) {
        this.breakers = new Breakers(around.clock());
        this.pauses = new Pauses(pauses, around.waits());
    }

    @Override
    public Standing of(String provider) {
        return new Standing(pauses.of(provider).orElse(null), breakers.of(provider), 0);
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
