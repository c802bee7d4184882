package dev.vignette.engine.limit;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How an account stands at this gateway. Figures of several gateways may be added up, except for
 * limits and closures.
 *
 * @param provider the configured name
 * @param inFlight jobs of this gateway at the provider, orders on their way included
 * @param limit how many there may be now, at most the ceiling; empty when nothing limits them
 * @param ceiling how many there may ever be, over all gateways; empty when it is not limited
 * @param ordersPerMinute how many orders a minute may have, over all gateways; empty when that is
 *     not limited
 * @param ordersInLastMinute how many this gateway has sent within the last minute
 * @param waitingLive how many live orders wait
 * @param waitingBatch how many batch orders wait
 * @param closed why and until when it gets no orders; empty while it gets some
 */
public record GateView(
        String provider,
        int inFlight,
        OptionalInt limit,
        OptionalInt ceiling,
        OptionalInt ordersPerMinute,
        int ordersInLastMinute,
        int waitingLive,
        int waitingBatch,
        Optional<Closure> closed) {}
