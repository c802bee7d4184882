package dev.vignette.engine.route;

import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.generation.RoutingRecord.Considered;
import dev.vignette.generation.RoutingRecord.Reason;
import dev.vignette.money.Cost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down why a provider was chosen. */
final class Recording {
    private Recording() {}

    static RoutingRecord of(
            Shortlist shortlist, Contender chosen, int pictures, Reason reason, Instant now) {
        List<Considered> considered = new ArrayList<>();
        shortlist.contenders().forEach(contender -> considered.add(fitting(contender)));
        shortlist.ruledOut().forEach(out -> considered.add(ruledOut(out)));
        return new RoutingRecord(now, reason, chosen.name(), pictures, considered);
    }

    private static Considered fitting(Contender contender) {
        return new Considered(
                contender.name(),
                contender.entry().role().wireName(),
                contender.entry().weight(),
                null,
                contender.standing().breaker().wireName(),
                contender.standing().waiting(),
                contender.price(),
                true);
    }

    private static Considered ruledOut(RuledOut out) {
        RouteEntry entry = out.entry();
        return new Considered(
                out.candidate().provider(),
                entry == null ? "" : entry.role().wireName(),
                entry == null ? 0 : entry.weight(),
                out.candidate().reason(),
                "",
                0,
                Cost.UNPRICED,
                out.fits());
    }
}
