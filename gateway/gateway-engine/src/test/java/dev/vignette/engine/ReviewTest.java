package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.reconcile.Reviews;
import dev.vignette.engine.reconcile.Reviews.Action;
import dev.vignette.engine.reconcile.Reviews.Decision;
import dev.vignette.engine.reconcile.Reviews.Settled;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.money.Certainty;
import dev.vignette.provider.Submission;
import dev.vignette.store.AttemptQuery;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Operators decide about what nobody knows. */
final class ReviewTest {
    private final ScriptedProvider provider = new ScriptedProvider("studio");

    private Snapshot lost(House house) {
        provider.answers(new Submission.Unknown("scripted"));
        Snapshot begun = house.accept(Asks.headshot().deadline(Duration.ofMillis(200)));
        house.end(begun);
        house.reaches(begun, 1, AttemptState.Review.class);
        return begun;
    }

    private static Settled settle(House house, Snapshot of, Action action, @Nullable String job) {
        Attempt attempt = house.attempts(of).getFirst();
        return reviews(house)
                .settle(attempt.id(), new Decision("ops", action, "the invoice says so", job));
    }

    private static Reviews reviews(House house) {
        return house.engine().reconciliation().reviews();
    }

    @Test
    void areListedWithWhatIsKnownOfThem() {
        try (House house = House.with(provider)) {
            Snapshot lost = lost(house);

            var listed =
                    reviews(house).list(new AttemptQuery(Set.of("review"), null, null, null, 10));

            assertThat(listed)
                    .extracting(reviewed -> reviewed.attempt().id())
                    .containsExactly(house.attempts(lost).getFirst().id());
        }
    }

    @Test
    void writeOffLeavesTheCostUnknown() {
        try (House house = House.with(provider)) {
            Snapshot lost = lost(house);

            Settled settled = settle(house, lost, Action.WRITE_OFF, null);

            assertThat(settled).isInstanceOf(Settled.Done.class);
            assertThat(house.attempts(lost).getFirst().state())
                    .isInstanceOf(AttemptState.WrittenOff.class);
            assertThat(house.charges())
                    .extracting(charge -> charge.cost().certainty())
                    .containsExactly(Certainty.UNPRICED);
            assertThat(house.rows.audit().of(house.attempts(lost).getFirst().id().value()))
                    .extracting(entry -> entry.client() + " " + entry.action())
                    .containsExactly("ops settle_write_off");
        }
    }

    @Test
    void retryOrdersOnceMoreAlsoWhenNobodyWaits() {
        try (House house = House.with(provider)) {
            Snapshot lost = lost(house);

            settle(house, lost, Action.RETRY, null);
            house.reaches(lost, 2, AttemptState.Succeeded.class);

            assertThat(provider.submits()).isEqualTo(2);
            assertThat(house.attempts(lost).getFirst().state())
                    .isInstanceOf(AttemptState.WrittenOff.class);
        }
    }

    @Test
    void acceptSeesToTheJobThatIsNamed() {
        try (House house = House.with(provider)) {
            Snapshot lost = lost(house);
            provider.thenDelivers(1);

            settle(house, lost, Action.ACCEPT, "from-the-invoice");
            house.reaches(lost, 1, AttemptState.Succeeded.class);

            assertThat(house.charges())
                    .extracting(charge -> charge.work().providerId())
                    .containsExactly("from-the-invoice");
        }
    }

    @Test
    void acceptWithoutAJobChargesWhatItWouldHaveCost() {
        try (House house = House.with(provider)) {
            house.rules.price(provider, "0.04");
            Snapshot lost = lost(house);

            settle(house, lost, Action.ACCEPT, null);

            assertThat(house.charges().getFirst().cost().amount().orElseThrow().text())
                    .isEqualTo("0.04");
            assertThat(house.charges().getFirst().cost().certainty())
                    .isEqualTo(Certainty.ESTIMATED);
        }
    }

    @Test
    void areDecidedOnce() {
        try (House house = House.with(provider)) {
            Snapshot lost = lost(house);
            settle(house, lost, Action.WRITE_OFF, null);

            Settled again = settle(house, lost, Action.RETRY, null);

            assertThat(again).isInstanceOf(Settled.NotInReview.class);
            assertThat(provider.submits()).isOne();
        }
    }
}
