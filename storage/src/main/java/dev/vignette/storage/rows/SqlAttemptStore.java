package dev.vignette.storage.rows;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Orphan;
import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Charge;
import dev.vignette.provider.Limits;
import dev.vignette.store.AttemptQuery;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.Departure;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Attempts across all productions, in tables. */
final class SqlAttemptStore implements AttemptStore {
    private final Writer writer;
    private final Reader reader;
    private final Clock clock;
    private final Runnable charged;

    /**
     * A store on these tables.
     *
     * @param charged told after each charge that is committed; returns at once
     */
    SqlAttemptStore(Writer writer, Reader reader, Clock clock, Runnable charged) {
        this.writer = writer;
        this.reader = reader;
        this.clock = clock;
        this.charged = charged;
    }

    @Override
    public Optional<Attempt> find(AttemptId id) {
        return reader.readTogether(session ->
                session.first("SELECT * FROM attempts WHERE id = ?", charged(session), id.value()));
    }

    @Override
    public List<Attempt> list(AttemptQuery query) {
        return reader.readTogether(
                session -> AttemptPage.of(query).read(session, charged(session)));
    }

    @Override
    public Departure depart(Attempt sending, Limits limits) {
        return writer.write(session -> depart(session, sending, limits));
    }

    @Override
    public void close(String provider, Instant since, Instant until) {
        writer.write(session -> {
            AccountRows.close(session, provider, since, until);
            return true;
        });
    }

    @Override
    public Set<String> tasks(String provider, Instant from, Instant to) {
        return Set.copyOf(
                reader.read(session ->
                        session.list(
                                """
                                SELECT DISTINCT task_id FROM attempts
                                WHERE provider = ? AND started_at >= ? AND started_at <= ?
                                    AND task_id IS NOT NULL
                                """,
                                row -> row.text("task_id"),
                                provider,
                                Times.number(from),
                                Times.number(to))));
    }

    @Override
    public boolean adopt(Attempt found) {
        return writer.write(session -> adopt(session, found));
    }

    @Override
    public boolean adopt(Orphan orphan, Charge charge) {
        boolean adopted =
                writer.write(session -> {
                    if (!Jobs.claim(session, orphan.provider(), orphan.task().providerId())) {
                        return false;
                    }
                    Jobs.add(session, orphan);
                    ChargeRows.add(session, charge);
                    return true;
                });
        if (adopted) {
            charged.run();
        }
        return adopted;
    }

    @Override
    public List<Orphan> orphans(int limit) {
        return reader.read(session -> Jobs.orphans(session, limit));
    }

    @Override
    public Optional<Instant> lastDeparture() {
        return reader.read(session ->
                session.first(
                                "SELECT MAX(departed_at) AS last FROM attempts",
                                row -> Optional.ofNullable(row.instantOrNull("last")))
                        .orElseThrow());
    }

    private static Departure depart(Session session, Attempt sending, Limits limits) {
        ProductionRows.lock(session, sending.production());
        if (!current(session, sending)) {
            return new Departure.Lost();
        }
        Instant now = Objects.requireNonNull(AttemptStates.of(sending.state()).startedAt());
        Optional<Departure> heldUp = AccountRows.heldUp(session, sending.provider(), limits, now);
        return heldUp.orElseGet(() -> departed(session, sending));
    }

    private static Departure departed(Session session, Attempt sending) {
        if (!ProductionRows.move(session, sending)) {
            return new Departure.Lost();
        }
        session.update(
                "UPDATE attempts SET departed_at = started_at WHERE id = ?", sending.id().value());
        return new Departure.Granted();
    }

    /** Whether it stands where whoever wants to send it believes. */
    private static boolean current(Session session, Attempt sending) {
        return session.any(
                "SELECT 1 FROM attempts WHERE id = ? AND version = ? AND state = 'preparing'",
                sending.id().value(),
                sending.version() - 1);
    }

    private boolean adopt(Session session, Attempt found) {
        ProductionRows.lock(session, found.production());
        String task = found.task().orElseThrow().providerId();
        boolean taken =
                session.any(
                        "SELECT 1 FROM attempts WHERE production_id = ? AND number = ?",
                        found.production().value(),
                        found.number());
        if (taken || !Jobs.claim(session, found.provider(), task)) {
            return false;
        }
        Instant now = clock.instant();
        AttemptRows.add(session, found, now);
        AgendaRows.callBack(session, found.production(), now);
        return true;
    }

    private static Function<Row, Attempt> charged(Session session) {
        return row -> {
            @Nullable Charge charge =
                    ChargeRows.find(session, new AttemptId(row.text("id"))).orElse(null);
            return AttemptRows.read(row, charge);
        };
    }
}
