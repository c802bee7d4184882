package dev.vignette.engine.limit;

import dev.vignette.generation.Priority;
import java.util.function.BooleanSupplier;

/**
 * Who comes to a gate.
 *
 * @param client whose order it is: clients take turns
 * @param priority who goes first
 * @param queues whether it waits at all; what an operator ordered does not
 * @param gone whether it is not wanted any more; asked often, must be quick
 */
public record Visitor(String client, Priority priority, boolean queues, BooleanSupplier gone) {}
