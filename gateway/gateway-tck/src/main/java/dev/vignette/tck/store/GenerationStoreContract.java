package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Production;
import dev.vignette.id.GenerationId;
import dev.vignette.store.Acceptance;
import dev.vignette.store.GenerationStore.Claimed;
import dev.vignette.store.Proposal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.GenerationStore} promises of one generation. */
public interface GenerationStoreContract extends StoresUnderTest {

    @Test
    default void findsNothingUnderAnUnknownId() {
        assertThat(generations().find(new GenerationId("gen_unknown"))).isEmpty();
    }

    @Test
    default void findsAGenerationAsItWasAccepted() {
        Proposal.Buy buy = Purchase.valid().proposal();

        Acceptance acceptance = generations().accept(buy);

        assertThat(acceptance).isEqualTo(new Acceptance.Accepted(buy.generation()));
        assertThat(generations().find(buy.generation().id())).contains(buy.generation());
    }

    @Test
    default void findsAHitAsItWasAccepted() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        Generation hit = hit(buy);

        Acceptance acceptance = generations().accept(new Proposal.Take(hit, null));

        assertThat(acceptance).isEqualTo(new Acceptance.Accepted(hit));
        assertThat(generations().find(hit.id())).contains(hit);
    }

    @Test
    default void replaysTheGenerationOfTheSameKeyAndContent() {
        Purchase purchase = Purchase.valid().claiming("key", "content");
        Proposal.Buy first = purchase.proposal();
        generations().accept(first);

        Acceptance again = generations().accept(purchase.proposal());

        assertThat(again).isEqualTo(new Acceptance.Replayed(first.generation()));
    }

    @Test
    default void replaysAGenerationAsItIsNow() {
        Purchase purchase = Purchase.valid().claiming("key", "content");
        Proposal.Buy first = purchase.proposal();
        generations().accept(first);
        GenerationState canceled = new GenerationState.Canceled(Progress.ENDED);
        generations().end(first.generation().id(), canceled);

        Acceptance again = generations().accept(purchase.proposal());

        assertThat(again)
                .isInstanceOfSatisfying(
                        Acceptance.Replayed.class,
                        replayed -> assertThat(replayed.generation().state()).isEqualTo(canceled));
    }

    @Test
    default void acceptsNothingUnderAKeyThatWasUsedForOtherContent() {
        generations().accept(Purchase.valid().claiming("key", "content").proposal());
        Proposal.Buy other = Purchase.valid().claiming("key", "other content").proposal();

        Acceptance acceptance = generations().accept(other);

        assertThat(acceptance).isEqualTo(new Acceptance.KeyReused());
        assertThat(generations().find(other.generation().id())).isEmpty();
        assertThat(productions().find(other.production().id())).isEmpty();
    }

    @Test
    default void keepsTheKeysOfClientsApart() {
        generations().accept(Purchase.valid().of("one").claiming("key", "content").proposal());
        Proposal.Buy other = Purchase.valid().of("two").claiming("key", "other").proposal();

        Acceptance acceptance = generations().accept(other);

        assertThat(acceptance).isEqualTo(new Acceptance.Accepted(other.generation()));
    }

    @Test
    default void tellsWhatAKeyWasUsedFor() {
        Proposal.Buy buy = Purchase.valid().claiming("key", "content").proposal();
        generations().accept(buy);

        assertThat(generations().claimed("shop", "key"))
                .map(Claimed::generation)
                .contains(buy.generation().id());
        assertThat(generations().claimed("shop", "key")).map(Claimed::claim).contains(buy.claim());
        assertThat(generations().claimed("shop", "other key")).isEmpty();
        assertThat(generations().claimed("somebody else", "key")).isEmpty();
    }

    @Test
    default void forgetsAKeyAfterSevenDays() {
        generations().accept(Purchase.valid().claiming("key", "content").proposal());
        clock().advance(Duration.ofDays(7));
        Proposal.Buy other = Purchase.valid().claiming("key", "other content").proposal();

        Acceptance acceptance = generations().accept(other);

        assertThat(acceptance).isEqualTo(new Acceptance.Accepted(other.generation()));
        assertThat(generations().claimed("shop", "key"))
                .map(Claimed::generation)
                .contains(other.generation().id());
    }

    @Test
    default void ofManyWithOneKeyAtOnceAcceptsOne() {
        Purchase purchase = Purchase.valid().alone().claiming("key", "content");

        List<Acceptance> acceptances =
                AtOnce.times(200, _ -> generations().accept(purchase.proposal()));

        assertThat(acceptances).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(1);
        assertThat(acceptances).filteredOn(Acceptance.Replayed.class::isInstance).hasSize(199);
    }

    @Test
    default void ofAThousandIdenticalAtOnceOneBuysAndTheRestJoin() {
        Purchase purchase = Purchase.valid();

        List<Acceptance> acceptances =
                AtOnce.times(1_000, _ -> generations().accept(purchase.proposal()));

        assertThat(acceptances).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(1);
        assertThat(acceptances).filteredOn(Acceptance.Joined.class::isInstance).hasSize(999);
        assertThat(acceptances)
                .extracting(GenerationStoreContract::accepted)
                .extracting(Generation::production)
                .containsOnly(accepted(acceptances.getFirst()).production());
    }

    @Test
    default void namesTheBuyerToWhoeverJoins() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = purchase.proposal();
        generations().accept(buyer);
        Proposal.Buy second = purchase.proposal();

        Generation joined = accepted(generations().accept(second));

        assertThat(joined.id()).isEqualTo(second.generation().id());
        assertThat(joined.origin()).isEqualTo(new Origin.Joined(buyer.generation().id()));
        assertThat(joined.production()).isEqualTo(buyer.production().id());
        assertThat(generations().find(joined.id())).contains(joined);
    }

    @Test
    default void movesTheDeadlineOutForWhoeverJoinsAndNeverIn() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = purchase.proposal();
        generations().accept(buyer);
        Proposal.Buy later = purchase.at(Purchase.AT.plusSeconds(60)).proposal();
        Proposal.Buy earlier = purchase.at(Purchase.AT.minusSeconds(60)).proposal();

        generations().accept(later);
        generations().accept(earlier);

        assertThat(productions().find(buyer.production().id()))
                .map(Production::deadline)
                .contains(later.generation().deadline());
    }

    @Test
    default void namesTheOpenGenerationsOfAProduction() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = purchase.proposal();
        generations().accept(buyer);
        Proposal.Buy joined = purchase.proposal();
        generations().accept(joined);
        Proposal.Buy left = purchase.proposal();
        generations().accept(left);
        generations().end(left.generation().id(), new GenerationState.Canceled(Progress.ENDED));

        List<Generation> open = generations().open(buyer.production().id());

        assertThat(open)
                .extracting(Generation::id)
                .containsExactlyInAnyOrder(buyer.generation().id(), joined.generation().id());
    }

    @Test
    default void doesNotJoinWhatIsDone() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = purchase.proposal();
        generations().accept(buyer);
        Progress.finish(productions(), buyer.production().id());

        Acceptance acceptance = generations().accept(purchase.proposal());

        assertThat(acceptance).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    default void doesNotJoinWhatNobodyWaitsForAnyMore() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = purchase.proposal();
        generations().accept(buyer);
        generations().end(buyer.generation().id(), new GenerationState.Canceled(Progress.ENDED));

        Acceptance acceptance = generations().accept(purchase.proposal());

        assertThat(acceptance).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    default void joinsWhatOneOfTwoStillWaitsFor() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = purchase.proposal();
        generations().accept(buyer);
        generations().accept(purchase.proposal());
        generations().end(buyer.generation().id(), new GenerationState.Canceled(Progress.ENDED));

        Acceptance acceptance = generations().accept(purchase.proposal());

        assertThat(acceptance).isInstanceOf(Acceptance.Joined.class);
    }

    @Test
    default void buysAloneWhenItMayNotJoin() {
        Purchase purchase = Purchase.valid();
        generations().accept(purchase.proposal());

        Acceptance acceptance = generations().accept(purchase.alone().proposal());

        assertThat(acceptance).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    default void doesNotJoinWhoeverBuysAlone() {
        Purchase purchase = Purchase.valid();
        generations().accept(purchase.alone().proposal());

        Acceptance acceptance = generations().accept(purchase.proposal());

        assertThat(acceptance).isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    default void endsAnOpenGenerationOnce() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        GenerationState canceled = new GenerationState.Canceled(Progress.ENDED);

        boolean first = generations().end(buy.generation().id(), canceled);
        boolean second =
                generations()
                        .end(buy.generation().id(), new GenerationState.Succeeded(Progress.STORED));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(generations().find(buy.generation().id()))
                .map(Generation::state)
                .contains(canceled);
    }

    private static Generation accepted(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.Accepted(Generation generation) -> generation;
            case Acceptance.Joined(Generation generation) -> generation;
            case Acceptance.Replayed(Generation generation) -> generation;
            case Acceptance.KeyReused(), Acceptance.Missed(), Acceptance.OverBudget(var _) ->
                    throw new AssertionError("nothing was accepted");
        };
    }

    /** A generation that takes the pictures of a purchase. */
    static Generation hit(Proposal.Buy source) {
        Generation bought = source.generation();
        return new Generation(
                new GenerationId(Purchase.id(GenerationId.PREFIX)),
                bought.client(),
                bought.request(),
                new Origin.Hit(bought.id(), Progress.FINISHED),
                bought.production(),
                Progress.FINISHED,
                Progress.FINISHED.plus(Purchase.DEADLINE),
                new GenerationState.Succeeded(Progress.FINISHED),
                Progress.AVOIDED);
    }
}
