package dev.vignette.store;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Orphan;
import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Charge;
import dev.vignette.provider.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Attempts across all productions: the permit to send, and what is known of jobs. As durable as
 * {@link ProductionStore}.
 */
public interface AttemptStore {

    /** The attempt, or empty when there is none of that id. */
    Optional<Attempt> find(AttemptId id);

    /** A page of attempts. */
    List<Attempt> list(AttemptQuery query);

    /**
     * Moves an attempt from {@code preparing} to {@code sending}, which is the one permit to send
     * it, while its account keeps within its limits, on all gateways together: so many attempts
     * {@code sending} or {@code accepted}, so many departed within any minute, and none while it is
     * closed. When they departed is what the gateways' clocks said.
     *
     * @param limits the account's; reads do not count here
     */
    Departure depart(Attempt sending, Limits limits);

    /**
     * Lets no attempt of that provider depart until then, from any gateway. Of several spans the
     * one that ends last holds; one that begins more than a minute from now is not believed, for a
     * clock was wrong.
     */
    void close(String provider, Instant since, Instant until);

    /** Ids of the jobs at that provider that attempts sent in that span, ends included, have. */
    Set<String> tasks(String provider, Instant from, Instant to);

    /**
     * Adds an attempt that is {@code accepted} already: a job that was found and that no attempt
     * had. Puts its production back on the {@link Agenda}.
     *
     * @return false when an attempt of that provider or an orphan has the job already, or the
     *     attempt's number is taken; nothing changed
     */
    boolean adopt(Attempt found);

    /**
     * Writes down, with its charge, a job that is ours and that no production is known for.
     *
     * @return false when an attempt or an orphan has the job already; nothing changed
     */
    boolean adopt(Orphan orphan, Charge charge);

    /** Jobs that are ours and that no production is known for, newest first. */
    List<Orphan> orphans(int limit);

    /** When the last permit to send was used, or empty when none ever was. */
    Optional<Instant> lastDeparture();
}
