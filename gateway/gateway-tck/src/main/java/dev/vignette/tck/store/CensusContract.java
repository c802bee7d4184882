package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.store.Allowance;
import dev.vignette.store.Census;
import dev.vignette.store.Census.AwaitedPictures;
import dev.vignette.store.Census.OpenAttempts;
import dev.vignette.store.Planned;
import dev.vignette.store.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Census} promises. */
public interface CensusContract extends StoresUnderTest {

    /** The census of these stores. */
    Census census();

    @Test
    default void countsNothingWhereNothingIs() {
        assertThat(census().open()).isEmpty();
        assertThat(census().awaited()).isEqualTo(new AwaitedPictures(0, null));
        assertThat(census().resubmitted(Instant.EPOCH, Progress.USD).micros()).isZero();
    }

    @Test
    default void countsAttemptsByProviderAndStateWithTheOldest() {
        Instant early = Progress.SENT.minusSeconds(60);
        send(early);
        send(Progress.SENT);
        doubt(Progress.SENT);

        assertThat(census().open())
                .containsExactly(
                        new OpenAttempts("replicate", "sending", 2, early),
                        new OpenAttempts("replicate", "unknown", 1, Progress.SENT));
    }

    @Test
    default void leavesOutWhatIsNotSentAndWhatHasEnded() {
        Proposal.Buy buy = bought();
        bought();
        Progress.complete(productions(), buy, Progress.FINISHED);

        assertThat(census().open()).isEmpty();
        assertThat(census().awaited().count()).isZero();
    }

    @Test
    default void countsPicturesThatAreNotStoredYetAndTellsWhenTheFirstLinkDies() {
        Progress.deliver(productions(), bought());

        assertThat(census().awaited())
                .isEqualTo(new AwaitedPictures(4, Progress.ENDED.plus(Duration.ofHours(1))));
    }

    @Test
    default void countsWhatWasResubmittedSinceThen() {
        Proposal.Buy buy = bought();
        resubmit(buy, 3, "0.20");
        clock().advance(Duration.ofHours(1));
        Instant later = clock().instant();
        resubmit(buy, 4, "0.30");

        assertThat(census().resubmitted(Instant.EPOCH, Progress.USD))
                .isEqualTo(Progress.usd("0.50"));
        assertThat(census().resubmitted(later, Progress.USD)).isEqualTo(Progress.usd("0.30"));
    }

    private void send(Instant at) {
        productions().advance(first(bought()).in(new AttemptState.Sending(at)));
    }

    private void doubt(Instant at) {
        Attempt sending = first(bought()).in(new AttemptState.Sending(at));
        productions().advance(sending);
        productions().advance(sending.in(new AttemptState.Unknown(at, at, "no answer")));
    }

    private void resubmit(Proposal.Buy buy, int number, String risk) {
        Attempt again =
                Purchase.attempt(buy.production().id(), number, Progress.usd(risk)).resubmitted();
        Allowance enough = new Allowance(Instant.EPOCH, Progress.usd("100.00"));
        assertThat(
                        productions()
                                .plan(
                                        buy.production().id(),
                                        List.of(again),
                                        Purchase.WHY,
                                        Optional.of(enough),
                                        List.of()))
                .isEqualTo(Planned.DONE);
    }

    private Proposal.Buy bought() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        return buy;
    }

    private Attempt first(Proposal.Buy buy) {
        return productions().find(buy.production().id()).orElseThrow().attempts().getFirst();
    }
}
