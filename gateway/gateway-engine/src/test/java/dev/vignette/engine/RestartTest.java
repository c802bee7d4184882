package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.GenerationState;
import dev.vignette.provider.Submission;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is found at start. */
final class RestartTest {
    private final CancellingProvider provider = new CancellingProvider("studio");

    @Test
    void anAttemptFoundInSendingIsUnknownAndNotSentAgain() {
        try (House house = House.with(provider)) {
            Snapshot begun = interruptedInSending(house, Duration.ofMillis(400));
            house.restart();
            Snapshot ended = house.end(begun);

            assertThat(Failed.code(ended)).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
            assertThat(provider.submits()).isOne();
        }
    }

    /** As after a crash: the row says sending, and nobody is at it. */
    private Snapshot interruptedInSending(House house, Duration deadline) {
        Written written = new Written(house.rows.productions());
        house.stop();
        house.productions = written;
        house.open();
        provider.answers(_ -> {
            written.die();
            return new Submission.Unknown("scripted");
        });
        Snapshot begun = house.accept(Asks.headshot().deadline(deadline));
        eventually("the order is sent", () -> provider.submits() == 1);
        eventually("the process is dead", written::dead);
        house.stop();
        house.productions = house.rows.productions();
        assertThat(house.rows.productions().find(begun.production().id()))
                .get()
                .extracting(production -> production.attempts().getFirst().state())
                .isInstanceOf(AttemptState.Sending.class);
        house.open();
        return begun;
    }

    @Test
    void goesOnLookingAtAnAcceptedJobWithoutAnotherOrder() {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot begun = house.accept(Asks.headshot());
            house.reaches(begun, 1, AttemptState.Accepted.class);
            house.restart();
            provider.thenDelivers(1);
            Snapshot ended = house.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.submits()).isOne();
            assertThat(house.charges()).hasSize(1);
        }
    }

    @Test
    void copiesPicturesThatWereAwaited() {
        try (House house = House.with(provider)) {
            house.copies.gate.close();
            Snapshot begun = house.accept(Asks.series());
            eventually("copies are under way", () -> house.copies.gate.waiting() == 4);
            house.stop();
            house.copies.gate.open();
            house.open();
            Snapshot ended = house.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(house.copies.copied()).hasSize(4);
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void sendsNothingForAGenerationThatWasCalledOffBeforeAnybodyWorkedOnIt() {
        try (House house = House.with(provider)) {
            provider.gate.close();
            house.rules.inFlight(provider, 1);
            house.accept(Asks.headshotOf(1));
            eventually("the place is taken", () -> provider.submits() == 1);
            Snapshot waiting = house.accept(Asks.headshotOf(2));
            house.stop();
            house.rows
                    .generations()
                    .end(
                            waiting.generation().id(),
                            new GenerationState.Canceled(house.clock.instant()));
            provider.gate.open();
            house.open();
            house.reaches(waiting, 1, AttemptState.NotSent.class);

            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void asksTheProviderAgainToStopWhatNobodyWaitsFor() {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot begun = house.accept(Asks.headshot());
            house.reaches(begun, 1, AttemptState.Accepted.class);
            house.stop();
            house.rows
                    .generations()
                    .end(
                            begun.generation().id(),
                            new GenerationState.Canceled(house.clock.instant()));
            house.open();
            eventually("it was asked to stop", () -> provider.cancels() == 1);

            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void leavesAJobThatTakesADayForReview() {
        provider.accepts();

        try (House house = House.with(provider)) {
            Snapshot begun = house.accept(Asks.headshot().deadline(Duration.ofDays(3)));
            house.reaches(begun, 1, AttemptState.Accepted.class);
            house.clock.advance(Duration.ofHours(25));
            house.reaches(begun, 1, AttemptState.Review.class);
            house.clock.advance(Duration.ofDays(3));
            house.restart();
            Snapshot ended = house.end(begun);

            assertThat(Failed.code(ended)).isEqualTo(FailureCode.OUTCOME_UNKNOWN);
            assertThat(house.attempts(begun).getFirst().state())
                    .isInstanceOf(AttemptState.Review.class);
        }
    }
}
