package dev.vignette.tck.memory;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Orphan;
import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Charge;
import dev.vignette.provider.Limits;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.AttemptQuery;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.Departure;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Attempts across all productions, in memory. */
final class MemoryAttemptStore implements AttemptStore {
    private static final Comparator<Attempt> LAST_SENT_FIRST =
            comparing(MemoryAttemptStore::sentOrNever)
                    .thenComparing(attempt -> attempt.id().value())
                    .reversed();

    private final MemoryRows rows;

    MemoryAttemptStore(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Attempt> find(AttemptId id) {
        return rows.transact(() -> all().filter(attempt -> attempt.id().equals(id)).findFirst());
    }

    @Override
    public List<Attempt> list(AttemptQuery query) {
        return rows.transact(() -> {
            Optional<Attempt> last = Optional.ofNullable(query.after()).flatMap(this::find);
            return all().filter(attempt -> matches(query, attempt))
                    .filter(attempt ->
                            last.map(end -> LAST_SENT_FIRST.compare(attempt, end) > 0).orElse(true))
                    .sorted(LAST_SENT_FIRST)
                    .limit(query.limit())
                    .toList();
        });
    }

    private static boolean matches(AttemptQuery query, Attempt attempt) {
        Instant since = query.sentSince();
        return query.states().contains(attempt.state().wireName())
                && (query.provider() == null || query.provider().equals(attempt.provider()))
                && (since == null || !sentOrNever(attempt).isBefore(since));
    }

    @Override
    public Departure depart(Attempt sending, Limits limits) {
        return rows.transact(() -> {
            ProductionRow row = rows.production(sending.production());
            boolean current =
                    row.read()
                            .attempt(sending.id())
                            .filter(attempt -> attempt.version() + 1 == sending.version())
                            .isPresent();
            if (!current) {
                return new Departure.Lost();
            }
            Instant at = sentOrNever(sending);
            Optional<Departure> heldUp =
                    rows.accounts.heldUp(
                            sending.provider(), limits, at, inFlight(sending.provider()));
            if (heldUp.isPresent()) {
                return heldUp.get();
            }
            row.move(sending);
            rows.accounts.departed(sending.provider(), at);
            Instant last = rows.lastDeparture;
            rows.lastDeparture = last == null || at.isAfter(last) ? at : last;
            return new Departure.Granted();
        });
    }

    @Override
    public void close(String provider, Instant since, Instant until) {
        rows.transact(() -> rows.accounts.close(provider, since, until));
    }

    private long inFlight(String provider) {
        return all().filter(attempt -> attempt.provider().equals(provider))
                .filter(attempt ->
                        attempt.state() instanceof AttemptState.Sending
                                || attempt.state() instanceof AttemptState.Accepted)
                .count();
    }

    @Override
    public Set<String> tasks(String provider, Instant from, Instant to) {
        return rows.transact(() ->
                all().filter(attempt -> attempt.provider().equals(provider))
                        .filter(attempt -> !sentOrNever(attempt).isBefore(from))
                        .filter(attempt -> !sentOrNever(attempt).isAfter(to))
                        .flatMap(attempt -> attempt.task().stream())
                        .map(TaskHandle::providerId)
                        .collect(toUnmodifiableSet()));
    }

    @Override
    public boolean adopt(Attempt found) {
        return rows.transact(() -> {
            ProductionRow row = rows.production(found.production());
            String task = found.task().orElseThrow().providerId();
            boolean taken =
                    row.read().attempts().stream()
                            .anyMatch(attempt -> attempt.number() == found.number());
            if (taken || known(found.provider(), task)) {
                return false;
            }
            row.add(found, rows.now());
            rows.agenda.add(found.production());
            return true;
        });
    }

    @Override
    public boolean adopt(Orphan orphan, Charge charge) {
        return rows.transact(() -> {
            if (known(orphan.provider(), orphan.task().providerId())) {
                return false;
            }
            rows.orphans.add(orphan);
            rows.write(charge);
            return true;
        });
    }

    private boolean known(String provider, String task) {
        return all().filter(attempt -> attempt.provider().equals(provider))
                        .flatMap(attempt -> attempt.task().stream())
                        .anyMatch(job -> job.providerId().equals(task))
                || rows.orphans.stream()
                        .filter(orphan -> orphan.provider().equals(provider))
                        .anyMatch(orphan -> orphan.task().providerId().equals(task));
    }

    @Override
    public List<Orphan> orphans(int limit) {
        return rows.transact(() ->
                rows.orphans.stream()
                        .sorted(comparing(Orphan::seenAt).reversed())
                        .limit(limit)
                        .toList());
    }

    @Override
    public Optional<Instant> lastDeparture() {
        return rows.transact(() -> Optional.ofNullable(rows.lastDeparture));
    }

    private Stream<Attempt> all() {
        return rows.productions.values().stream().flatMap(row -> row.read().attempts().stream());
    }

    private static Instant sentOrNever(Attempt attempt) {
        Instant sent = sent(attempt);
        return sent == null ? Instant.MIN : sent;
    }

    private static @Nullable Instant sent(Attempt attempt) {
        return switch (attempt.state()) {
            case AttemptState.Preparing _, AttemptState.NotSent _ -> null;
            case AttemptState.Sending(Instant at) -> at;
            case AttemptState.Accepted accepted -> accepted.startedAt();
            case AttemptState.Unknown unknown -> unknown.startedAt();
            case AttemptState.Review review -> review.startedAt();
            case AttemptState.Succeeded succeeded -> succeeded.startedAt();
            case AttemptState.Failed failed -> failed.startedAt();
            case AttemptState.Canceled canceled -> canceled.startedAt();
            case AttemptState.Refused refused -> refused.startedAt();
            case AttemptState.NotAccepted absent -> absent.startedAt();
            case AttemptState.WrittenOff written -> written.startedAt();
        };
    }
}
