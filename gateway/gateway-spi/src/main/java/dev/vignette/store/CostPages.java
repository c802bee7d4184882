package dev.vignette.store;

import dev.vignette.generation.Avoided;
import dev.vignette.id.GenerationId;
import dev.vignette.ledger.Charge;
import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a period holds on and on, a page at a time: for whoever needs every line and cannot
 * hold them all. What is written after {@link #extent} was asked is on no page of it.
 */
public interface CostPages {

    /** Where the lines of a period are. */
    Extent extent(Instant from, Instant to);

    /** The lines of a period after that place, in the ledger's order; empty at its end. */
    List<LedgerEntry> lines(Extent extent, long sequence, int limit);

    /** What was done in a period, after that place, in the ledger's order; empty at its end. */
    List<Done> done(Extent extent, long sequence, int limit);

    /** What was saved in a period, after that one, the earliest first; empty at its end. */
    List<Saving> savings(Instant from, Instant to, @Nullable Saving after, int limit);

    /**
     * The places of a period's lines. Others may lie between them.
     *
     * @param from the period's first moment, inclusive
     * @param to its last moment, exclusive
     * @param last the place of the last line in it; 0 when there is none
     * @param unpriced how many of its lines have no known amount
     */
    record Extent(Instant from, Instant to, long last, long unpriced) {}

    /**
     * What was done for a charge, what it costs by now and who else could have done it.
     *
     * @param sequence the place of the charge
     * @param charge the charge
     * @param cost its amount with every correction of it, whenever that was written; {@code null}
     *     when it is not known, or is in two currencies
     * @param first whether it is the first charge of its generation in the period
     * @param able the providers that could have done it, by the records of why one was chosen;
     *     empty when there are none
     */
    record Done(
            long sequence, Charge charge, @Nullable Money cost, boolean first, Set<String> able) {
        public Done {
            able = Set.copyOf(able);
        }
    }

    /**
     * A generation whose pictures another one had paid for.
     *
     * @param generation the generation
     * @param at when it got them
     * @param client who asked
     * @param kind what was asked for
     * @param labels its labels
     * @param avoided what it would have cost
     */
    record Saving(
            GenerationId generation,
            Instant at,
            String client,
            Kind kind,
            Map<String, String> labels,
            Avoided avoided) {
        public Saving {
            labels = Map.copyOf(labels);
        }
    }
}
