package dev.vignette.simulation.gateway;

import dev.vignette.engine.intake.PhotoIntake;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.objects.ObjectStore;
import dev.vignette.simulation.fault.Chance;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.sabotage.Sabotage;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.WallClock;
import dev.vignette.simulation.vendor.Links;
import dev.vignette.store.SendMark;
import dev.vignette.tck.memory.MemoryRows;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * What all gateways of a world share and what outlives them.
 *
 * @param scene what everything lives in
 * @param chance where their ids come from
 * @param rows the database
 * @param agenda who works on what
 * @param party who hears of changes
 * @param mark when an order was sent last, outside the database
 * @param objects the store of files
 * @param objectsDown whether that cannot be reached now
 * @param links where the providers' pictures lie
 * @param intake takes photos in; knows all photos of this simulation already
 * @param policy what the operator decided, with a machine's own lines to the providers
 * @param reachable whether providers can reach gateways
 * @param alone whether there is only one gateway, which may take over whatever it finds picked
 * @param sabotage the bug that is planted
 */
public record Premises(
        Scene scene,
        Chance chance,
        MemoryRows rows,
        AgendaTable agenda,
        SignalParty party,
        SendMark mark,
        ObjectStore objects,
        BooleanSupplier objectsDown,
        Links links,
        PhotoIntake intake,
        BiFunction<Machine, WallClock, Policy> policy,
        boolean reachable,
        boolean alone,
        Sabotage sabotage) {}
