package dev.vignette.tck.memory;

import static java.util.Comparator.naturalOrder;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.generation.Stage;
import dev.vignette.id.AttemptId;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.Fit;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.store.Finish;
import dev.vignette.store.RoutingRecordStore.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One production, with what of it may change. */
final class ProductionRow {
    private Production written;
    private PortraitRequest request;
    private Instant deadline;
    private boolean remembered;
    private boolean forgotten;
    private Stage stage;
    private List<Fit> fit;
    private @Nullable Instant finishedAt;
    private final Map<AttemptId, Instant> plannedAt = new HashMap<>();
    private final Map<AttemptId, Instant> departedAt = new HashMap<>();
    private final List<Routed> routing = new ArrayList<>();

    /** Whether an identical request may join it while it is not done. */
    boolean joinable;

    /** Whether its reference photo is still stored. */
    boolean photoStored = true;

    ProductionRow(Production written, boolean joinable) {
        this.written = written;
        this.request = written.request();
        this.deadline = written.deadline();
        this.remembered = written.remembered();
        this.stage = written.stage();
        this.fit = written.fit();
        this.finishedAt = written.finishedAt();
        this.joinable = joinable;
    }

    /** The same row, to be changed apart. */
    ProductionRow copy() {
        ProductionRow copy = new ProductionRow(written, joinable);
        copy.request = request;
        copy.deadline = deadline;
        copy.remembered = remembered;
        copy.forgotten = forgotten;
        copy.stage = stage;
        copy.fit = fit;
        copy.finishedAt = finishedAt;
        copy.plannedAt.putAll(plannedAt);
        copy.departedAt.putAll(departedAt);
        copy.routing.addAll(routing);
        copy.photoStored = photoStored;
        return copy;
    }

    Production read() {
        return new Production(
                written.id(),
                written.key(),
                written.client(),
                written.source(),
                request,
                written.terms(),
                written.labels(),
                written.photo(),
                written.createdAt(),
                deadline,
                remembered,
                stage,
                written.attempts(),
                written.pictures(),
                fit,
                finishedAt);
    }

    boolean done() {
        return stage == Stage.DONE;
    }

    /** Done before that moment, and nothing paid is under way. */
    boolean atRestSince(Instant moment) {
        return finishedAt != null && finishedAt.isBefore(moment) && !underWay();
    }

    boolean underWay() {
        return buying() || awaiting();
    }

    boolean joinableFor(CacheKey key) {
        return joinable && !done() && written.key().equals(key);
    }

    /** Whether its pictures serve a request of that key. */
    boolean serves(CacheKey key, Instant notBefore) {
        return remembered
                && done()
                && finishedAt != null
                && !finishedAt.isBefore(notBefore)
                && written.key().equals(key)
                && !written.pictures().isEmpty()
                && written.pictures().stream()
                        .allMatch(picture -> picture.state() instanceof PictureState.Stored);
    }

    void prolong(Instant other) {
        deadline = other.isAfter(deadline) ? other : deadline;
    }

    void add(Attempt attempt, Instant now) {
        written = written.with(attempt);
        plannedAt.put(attempt.id(), now);
    }

    /** Adds attempts, and why they are where they are. */
    void add(List<Attempt> attempts, RoutingRecord why, Instant now) {
        attempts.forEach(attempt -> add(attempt, now));
        note(attempts, why, now);
    }

    /** Why attempts are where they are. */
    void note(List<Attempt> attempts, RoutingRecord why, Instant now) {
        routing.add(new Routed(attempts.stream().map(Attempt::id).toList(), now, why));
    }

    /** Why its attempts are where they are, and how long they waited. */
    List<Kept> routing() {
        return routing.stream().map(routed -> new Kept(routed.why(), waited(routed))).toList();
    }

    private Optional<Duration> waited(Routed routed) {
        return routed.attempts().stream()
                .flatMap(id -> Stream.ofNullable(departedAt.get(id)))
                .map(departed -> Duration.between(routed.at(), departed))
                .max(naturalOrder());
    }

    private record Routed(List<AttemptId> attempts, Instant at, RoutingRecord why) {}

    /** Attempts that were added since then, after the first. */
    Stream<Attempt> plannedSince(Instant since) {
        return written.attempts().stream()
                .filter(attempt ->
                        !plannedAt.getOrDefault(attempt.id(), Instant.MIN).isBefore(since));
    }

    /** Whether attempts of these numbers come next. */
    boolean follow(List<Attempt> attempts) {
        int next = written.attempts().size() + 1;
        for (Attempt attempt : attempts) {
            if (attempt.number() != next++) {
                return false;
            }
        }
        return true;
    }

    /** Adds a picture, unless its place is taken. */
    void add(Picture picture) {
        boolean free =
                written.pictures().stream()
                        .filter(known -> known.index() == picture.index())
                        .allMatch(known -> known.state() instanceof PictureState.Lost);
        if (free) {
            written = written.with(picture);
        }
    }

    /** Moves an attempt on, unless somebody else did. */
    boolean move(Attempt next) {
        boolean current =
                written.attempts().stream()
                        .filter(attempt -> attempt.id().equals(next.id()))
                        .anyMatch(attempt -> attempt.version() + 1 == next.version());
        if (!current) {
            return false;
        }
        written = written.with(next);
        boolean left = !(next.state() instanceof AttemptState.Preparing);
        if (left && stage == Stage.QUEUED) {
            stage = Stage.RUNNING;
        }
        if (next.state() instanceof AttemptState.Sending(Instant startedAt)) {
            departedAt.put(next.id(), startedAt);
        }
        if (stage == Stage.STORING && next.state() instanceof AttemptState.Sending) {
            stage = Stage.RUNNING;
        }
        return true;
    }

    /** Whether that attempt has its charge. */
    boolean charged(Attempt attempt) {
        return written.attempts().stream()
                .filter(known -> known.id().equals(attempt.id()))
                .anyMatch(known -> known.cost().isPresent());
    }

    void storingWhenBought() {
        if (!done() && awaiting() && !buying()) {
            stage = Stage.STORING;
        }
    }

    /** Moves a picture on from awaited. */
    boolean settle(Picture picture) {
        boolean awaited =
                written.pictures().stream()
                        .filter(known -> known.key().equals(picture.key()))
                        .anyMatch(known -> known.state() instanceof PictureState.Awaited);
        if (awaited) {
            written = written.with(picture);
            remembered |= done() && !forgotten && written.remembered() && complete();
        }
        return awaited;
    }

    /** Whether every ordered picture is stored. */
    private boolean complete() {
        return written.pictures().size() == request.count()
                && written.pictures().stream()
                        .allMatch(picture -> picture.state() instanceof PictureState.Stored);
    }

    void finish(Finish finish) {
        stage = Stage.DONE;
        finishedAt = finish.at();
        fit = finish.fit();
        remembered = finish.remembered() && !forgotten;
    }

    void forget() {
        forgotten = true;
        remembered = false;
        joinable = false;
    }

    void erase() {
        forget();
        request = Blank.of(request);
    }

    void picturesGone(Instant at) {
        for (Picture picture : written.pictures()) {
            if (picture.state() instanceof PictureState.Stored) {
                written = written.with(picture.in(new PictureState.Gone(at)));
            }
        }
    }

    private boolean awaiting() {
        return written.pictures().stream()
                .anyMatch(picture -> picture.state() instanceof PictureState.Awaited);
    }

    private boolean buying() {
        return written.attempts().stream().anyMatch(Attempt::underWay);
    }
}
