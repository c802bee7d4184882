package dev.vignette.tck.memory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Mandate;
import dev.vignette.generation.PictureState;
import dev.vignette.money.Money;
import dev.vignette.provider.Asset;
import dev.vignette.store.Census;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Counts rows in memory. */
final class MemoryCensus implements Census {
    private final MemoryRows rows;

    MemoryCensus(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public List<OpenAttempts> open() {
        return rows.transact(() ->
                attempts()
                        .flatMap(MemoryCensus::open)
                        .collect(groupingBy(one -> List.of(one.provider(), one.state())))
                        .values()
                        .stream()
                        .map(MemoryCensus::together)
                        .sorted(
                                comparing(OpenAttempts::provider)
                                        .thenComparing(OpenAttempts::state))
                        .toList());
    }

    @Override
    public AwaitedPictures awaited() {
        return rows.transact(() -> {
            List<PictureState.Awaited> all = awaitedOnes();
            return new AwaitedPictures(
                    all.size(),
                    all.stream()
                            .map(PictureState.Awaited::source)
                            .filter(Objects::nonNull)
                            .map(Asset.Linked::expiresAt)
                            .min(naturalOrder())
                            .orElse(null));
        });
    }

    @Override
    public Money resubmitted(Instant since, Currency currency) {
        return rows.transact(() ->
                rows.productions.values().stream()
                        .flatMap(row -> row.plannedSince(since))
                        .filter(attempt -> attempt.mandate() == Mandate.RESUBMITTED)
                        .collect(groupingBy(Attempt::provider))
                        .values()
                        .stream()
                        .map(ones -> inVain(ones, currency))
                        .max(comparingLong(Money::micros))
                        .orElseGet(() -> Money.zero(currency)));
    }

    private static Money inVain(List<Attempt> attempts, Currency currency) {
        return attempts.stream()
                .flatMap(attempt -> Stream.ofNullable(MemoryProductionStore.inVain(attempt)))
                .filter(money -> money.currency().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    private static Stream<OpenAttempts> open(Attempt attempt) {
        return switch (attempt.state()) {
            case AttemptState.Sending(Instant at) -> one(attempt, at);
            case AttemptState.Accepted accepted -> one(attempt, accepted.startedAt());
            case AttemptState.Unknown unknown -> one(attempt, unknown.startedAt());
            case AttemptState.Review review -> one(attempt, review.startedAt());
            case AttemptState.Preparing _, AttemptState.Ended _ -> Stream.empty();
        };
    }

    private static Stream<OpenAttempts> one(Attempt attempt, Instant sent) {
        return Stream.of(new OpenAttempts(attempt.provider(), attempt.state().wireName(), 1, sent));
    }

    private static OpenAttempts together(Collection<OpenAttempts> alike) {
        OpenAttempts first = alike.stream().min(comparing(OpenAttempts::oldest)).orElseThrow();
        return new OpenAttempts(first.provider(), first.state(), alike.size(), first.oldest());
    }

    private List<PictureState.Awaited> awaitedOnes() {
        return rows.productions.values().stream()
                .flatMap(row -> row.read().pictures().stream())
                .map(picture -> picture.state())
                .filter(PictureState.Awaited.class::isInstance)
                .map(PictureState.Awaited.class::cast)
                .toList();
    }

    private Stream<Attempt> attempts() {
        return rows.productions.values().stream().flatMap(row -> row.read().attempts().stream());
    }
}
