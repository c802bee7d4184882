package dev.vignette.store;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Charge;
import dev.vignette.generation.Orphan;
import dev.vignette.id.AttemptId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
     * it, while fewer than so many attempts of its provider are {@code sending} or {@code
     * accepted}, on all gateways together.
     *
     * @param inFlight the account's limit; empty when it has none
     */
    Departure depart(Attempt sending, OptionalInt inFlight);

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
