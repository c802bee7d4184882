package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Orphan;
import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Charge;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.AttemptQuery;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.AttemptStore} promises of attempts and their jobs. */
public interface AttemptStoreContract extends StoresUnderTest {

    @Test
    default void findsNoAttemptUnderAnUnknownId() {
        assertThat(attempts().find(new AttemptId("att_unknown"))).isEmpty();
    }

    @Test
    default void findsAnAttemptWithItsCharge() {
        Proposal.Buy buy = bought();
        Progress.deliver(productions(), buy);

        Attempt found = attempts().find(first(buy).id()).orElseThrow();

        assertThat(found).isEqualTo(first(buy));
        assertThat(found.cost()).isPresent();
    }

    @Test
    default void listsWhatStandsSoTheLastSentFirst() {
        Attempt older = doubtful(Progress.SENT);
        Attempt newer = doubtful(Progress.SENT.plusSeconds(1));
        bought();

        assertThat(attempts().list(query("unknown", null, null, null, 10)))
                .containsExactly(newer, older);
        assertThat(attempts().list(query("unknown", null, null, null, 1))).containsExactly(newer);
    }

    @Test
    default void listsTheNextPage() {
        Attempt oldest = doubtful(Progress.SENT);
        Attempt older = doubtful(Progress.SENT);
        Attempt newer = doubtful(Progress.SENT.plusSeconds(1));

        List<Attempt> next = attempts().list(query("unknown", null, null, newer.id(), 10));

        assertThat(next).containsExactlyInAnyOrder(oldest, older);
        assertThat(attempts().list(query("unknown", null, null, next.getLast().id(), 10)))
                .isEmpty();
    }

    @Test
    default void listsOnlyWhatWasAskedFor() {
        Attempt known = doubtful(Progress.SENT);

        assertThat(attempts().list(query("review", null, null, null, 10))).isEmpty();
        assertThat(attempts().list(query("unknown", "replicate", null, null, 10)))
                .containsExactly(known);
        assertThat(attempts().list(query("unknown", "modelslab", null, null, 10))).isEmpty();
        assertThat(attempts().list(query("unknown", null, Progress.SENT, null, 10)))
                .containsExactly(known);
        assertThat(attempts().list(query("unknown", null, Progress.SENT.plusNanos(1), null, 10)))
                .isEmpty();
    }

    @Test
    default void knowsTheJobsOfASpanEndsIncluded() {
        Proposal.Buy buy = bought();
        productions().advance(Progress.accepted(first(buy)));

        assertThat(attempts().tasks("replicate", Progress.SENT, Progress.SENT))
                .containsExactly("p7q2");
        assertThat(attempts().tasks("replicate", Progress.SENT.plusNanos(1), Progress.ENDED))
                .isEmpty();
        assertThat(attempts().tasks("modelslab", Progress.SENT, Progress.ENDED)).isEmpty();
    }

    @Test
    default void adoptsAJobThatNobodyHas() {
        Proposal.Buy buy = bought();
        Attempt found = Progress.found(buy, 3, "found");

        assertThat(attempts().adopt(found)).isTrue();

        assertThat(attempts().find(found.id())).contains(found);
        assertThat(productions().find(found.production()).orElseThrow().attempts()).contains(found);
    }

    @Test
    default void adoptsAJobOnceHoweverManyFindIt() {
        Proposal.Buy one = bought();
        Proposal.Buy other = bought();

        List<Boolean> adopted =
                AtOnce.times(
                        20,
                        i ->
                                attempts()
                                        .adopt(
                                                Progress.found(
                                                        i % 2 == 0 ? one : other, 3, "found")));

        assertThat(adopted).containsOnlyOnce(true);
    }

    @Test
    default void adoptsNoJobThatAnAttemptHas() {
        Proposal.Buy buy = bought();
        productions().advance(Progress.accepted(first(buy)));

        assertThat(attempts().adopt(Progress.found(bought(), 3, "p7q2"))).isFalse();
        assertThat(attempts().adopt(orphan("p7q2"), charge("p7q2"))).isFalse();
        assertThat(ledger().after(0, 10)).isEmpty();
    }

    @Test
    default void adoptsNoJobUnderANumberThatIsTaken() {
        Proposal.Buy buy = bought();

        assertThat(attempts().adopt(Progress.found(buy, 2, "found"))).isFalse();

        assertThat(productions().find(buy.production().id())).contains(buy.production());
    }

    @Test
    default void chargesAJobThatNoProductionIsKnownFor() {
        Orphan orphan = orphan("lost");
        Charge charge = charge("lost");

        assertThat(attempts().adopt(orphan, charge)).isTrue();

        assertThat(attempts().orphans(10)).containsExactly(orphan);
        assertThat(ledger().after(0, 10)).extracting(LedgerEntry::line).containsExactly(charge);
    }

    @Test
    default void chargesAnOrphanOnceHoweverOftenItIsFound() {
        List<Boolean> adopted =
                AtOnce.times(20, _ -> attempts().adopt(orphan("lost"), charge("lost")));

        assertThat(adopted).containsOnlyOnce(true);
        assertThat(ledger().after(0, 100)).hasSize(1);
        assertThat(attempts().adopt(Progress.found(bought(), 3, "lost"))).isFalse();
    }

    @Test
    default void listsTheNewestOrphansFirst() {
        Orphan older = orphan("older");
        Orphan newer =
                new Orphan(
                        "replicate",
                        new TaskHandle("newer", "opaque:newer"),
                        older.attempt(),
                        older.seenAt().plusSeconds(1));
        attempts().adopt(older, charge("older"));
        attempts().adopt(newer, charge("newer"));

        assertThat(attempts().orphans(10)).containsExactly(newer, older);
        assertThat(attempts().orphans(1)).containsExactly(newer);
    }

    private Proposal.Buy bought() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        return buy;
    }

    private Attempt first(Proposal.Buy buy) {
        return productions().find(buy.production().id()).orElseThrow().attempts().getFirst();
    }

    private Attempt doubtful(Instant sent) {
        Attempt sending = first(bought()).in(new AttemptState.Sending(sent));
        productions().advance(sending);
        Attempt unknown = sending.in(new AttemptState.Unknown(sent, Progress.ENDED, "no answer"));
        productions().advance(unknown);
        return unknown;
    }

    private static Orphan orphan(String task) {
        return new Orphan(
                "replicate",
                new TaskHandle(task, "opaque:" + task),
                new AttemptId("att_of_another_time"),
                Progress.ENDED);
    }

    private static Charge charge(String task) {
        return Progress.charge(orphan(task));
    }

    private static AttemptQuery query(
            String state,
            @Nullable String provider,
            @Nullable Instant since,
            @Nullable AttemptId after,
            int limit) {
        return new AttemptQuery(Set.of(state), provider, since, after, limit);
    }
}
