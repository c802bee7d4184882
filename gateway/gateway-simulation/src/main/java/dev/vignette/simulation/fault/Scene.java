package dev.vignette.simulation.fault;

import dev.vignette.simulation.time.Scheduler;
import dev.vignette.simulation.time.Story;

/**
 * What every part of a simulated world lives in.
 *
 * @param scheduler lets time pass
 * @param faults what goes wrong
 * @param story what is told of it
 */
public record Scene(Scheduler scheduler, Faults faults, Story story) {}
