package dev.vignette.simulation.check;

import dev.vignette.simulation.world.World;
import java.util.function.Consumer;

/** Something that must hold, whatever goes wrong. */
interface Invariant {

    /** Its number, for example {@code I1}. */
    String number();

    /** It in one sentence. */
    String sentence();

    /**
     * Looks whether it holds.
     *
     * @param world the world as it is now
     * @param history what was ever written in it
     * @param broken told of everything that breaks it
     */
    void check(World world, History history, Consumer<String> broken);
}
