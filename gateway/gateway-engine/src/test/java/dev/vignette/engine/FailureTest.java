package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.GenerationState;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failures of the gateway's own parts. */
final class FailureTest {
    private final ScriptedProvider provider = new ScriptedProvider("studio");
    private final House house = new House();
    private final Written written = new Written(house.productions);

    @BeforeEach
    void open() {
        house.rules.serve(provider);
        house.productions = written;
    }

    @Test
    void anAnswerThatCannotBeWrittenDownAtFirstIsNotLost() {
        provider.answers(order -> {
            written.fail(1);
            return new Submission.Accepted(TaskHandle.of("job"), ScriptedProvider.SOON);
        });
        provider.thenDelivers(1);

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.headshot());

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void aRowThatCannotBeWrittenBeforeSendingSendsNothingUntilItCan() {
        written.fail(1);

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.headshot());

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void aPictureThatCannotBeNotedIsCopiedAgain() {
        provider.answers(order -> {
            house.copies.gate.close();
            return new Submission.Finished(
                    TaskHandle.of("job"), ScriptedProvider.delivery(order.count()));
        });

        try (House open = house.open()) {
            Snapshot begun = open.accept(Asks.headshot());
            eventually("a copy is under way", () -> house.copies.gate.waiting() == 1);
            written.fail(1);
            house.copies.gate.open();
            Snapshot made = open.end(begun);

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.submits()).isOne();
            assertThat(open.charges()).hasSize(1);
        }
    }

    @Test
    void oneBesideItDoesNotLoseAnOrderOnItsWay() {
        provider.can(Abilities.everything().perOrder(1));

        try (House open = house.open()) {
            house.copies.gate.close();
            house.copies.failOnce();
            provider.delivers();
            Gate second = new Gate();
            second.close();
            provider.answers(order -> {
                pass(second);
                return new Submission.Finished(
                        TaskHandle.of("job-2"), ScriptedProvider.delivery(1));
            });
            Snapshot begun = open.accept(Asks.series().count(2));
            eventually("one is copied", () -> house.copies.gate.waiting() == 1);
            eventually("the other is on its way", () -> second.waiting() == 1);
            house.copies.gate.open();
            eventually("the copy has failed", house.copies::failed);
            second.open();
            Snapshot made = open.end(begun);

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(made.production().pictures()).hasSize(2);
            assertThat(made.production().fit()).isEmpty();
            assertThat(provider.submits()).isEqualTo(2);
            assertThat(open.charges()).hasSize(2);
        }
    }

    private static void pass(Gate gate) {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            throw new IllegalStateException("an order on its way was interrupted", e);
        }
    }

    @Test
    void ofALookIsNoEndOfTheJob() {
        provider.accepts();
        provider.then(() -> {
            throw new IllegalStateException("scripted");
        });

        try (House open = house.open()) {
            Snapshot begun = open.accept(Asks.headshot());
            eventually("it was looked at", () -> provider.checks() == 1);

            assertThat(open.reaches(begun, 1, AttemptState.Accepted.class).version()).isEqualTo(2);
            assertThat(open.now(begun).generation().done()).isFalse();
        }
    }

    @Test
    void ofThePhotoStoreSendsNothing() {
        house.photos = new Forgetful();

        try (House open = house.open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(Duration.ofMillis(300)));
            Snapshot made = open.end(begun);

            assertThat(Failed.code(made)).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
            assertThat(Failed.failure(made).charged()).isFalse();
            assertThat(provider.submits()).isZero();
        }
    }

    @Test
    void ofThePhotoStoreAtTheDoorAcceptsNothing() {
        house.photos = new Refusing();

        try (House open = house.open()) {
            Creation creation = open.front().create(House.APP, Asks.headshot().ask());

            assertThat(creation).isInstanceOf(Creation.Unavailable.class);
            assertThat(open.rows.atRest()).isTrue();
        }
    }
}
