package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.GenerationState;
import dev.vignette.money.Cost;
import dev.vignette.portrait.Fit;
import dev.vignette.provider.Submission;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Orders of which nobody knows whether they arrived. */
final class UnknownOutcomeTest {
    private final ScriptedProvider first = new ScriptedProvider("first");
    private final ScriptedProvider second = new ScriptedProvider("second");

    @Test
    void isHeldUntilTheDeadlineAndThenLeftForReview() {
        first.answers(new Submission.Unknown("scripted"));

        try (House house = House.with(first, second)) {
            Snapshot begun = house.accept(Asks.headshot().deadline(Duration.ofMillis(300)));
            house.reaches(begun, 1, AttemptState.Unknown.class);
            Snapshot held = house.now(begun);
            Snapshot ended = house.end(begun);
            house.reaches(begun, 1, AttemptState.Review.class);

            assertThat(held.generation().done()).isFalse();
            assertThat(Failed.code(ended)).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
            assertThat(Failed.failure(ended).charged()).isTrue();
            assertThat(Failed.failure(ended).retryable()).isFalse();
            assertThat(first.submits()).isOne();
            assertThat(second.submits()).isZero();
        }
    }

    @Test
    void failsAtOnceWhereTheOperatorWantsIt() {
        first.answers(new Submission.Unknown("scripted"));
        House house = new House();
        house.rules.serve(first, second);
        house.rules.onUnknown(UnknownOutcome.FAIL);

        try (House open = house.open()) {
            Snapshot ended = open.make(Asks.headshot());

            assertThat(Failed.code(ended)).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
            assertThat(open.attempts(ended).getFirst().state())
                    .isInstanceOf(AttemptState.Review.class);
            assertThat(second.submits()).isZero();
        }
    }

    @Test
    void isWhatAnUnforeseenErrorOfAProviderMeans() {
        first.answers(_ -> {
            throw new IllegalStateException("scripted");
        });

        try (House house = House.with(first, second)) {
            Snapshot begun = house.accept(Asks.headshot().deadline(Duration.ofMillis(200)));
            Snapshot ended = house.end(begun);

            assertThat(Failed.code(ended)).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
            assertThat(first.submits()).isOne();
            assertThat(second.submits()).isZero();
        }
    }

    @Test
    void deliversWhatElseCameAtTheDeadline() {
        first.can(Abilities.everything().perOrder(1));
        first.answers(new Submission.Unknown("scripted"));

        try (House house = House.with(first)) {
            Snapshot ended = house.make(Asks.series().count(3).deadline(Duration.ofMillis(300)));

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(ended.production().pictures()).hasSize(2);
            assertThat(ended.production().fit())
                    .extracting(Fit::outcome)
                    .containsExactly(Fit.Outcome.SHORTFALL);
            assertThat(ended.cost()).isEqualTo(Cost.UNPRICED);
        }
    }
}
