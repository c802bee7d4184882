package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.reconcile.Webhooks;
import dev.vignette.engine.reconcile.Webhooks.Receipt;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.GenerationState;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Calls of providers. */
final class WebhookTest {
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final AttemptId FORGOTTEN =
            new AttemptId("att_00000000000000000000000000000000");

    private final House house = new House();
    private final TellingProvider provider = new TellingProvider("studio", house.clock);

    private House open() {
        house.rules.serve(provider);
        return house.open();
    }

    private Receipt call(House open, AttemptId attempt, TaskHandle task) {
        Webhooks webhooks = open.engine().reconciliation().webhooks();
        return webhooks.take("studio", attempt, provider.call(task));
    }

    private TaskHandle job() {
        return TellingProvider.job(provider.orders().getFirst());
    }

    @Test
    void bringBackAnOrderWhoseAnswerWasLost() {
        provider.losesTheNext();
        provider.thenDelivers(1);

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            Attempt unknown = open.reaches(begun, 1, AttemptState.Unknown.class);
            Receipt receipt = call(open, unknown.id(), job());
            Snapshot ended = open.end(begun);

            assertThat(receipt).isInstanceOf(Receipt.Taken.class);
            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void changeNothingByThemselves() {
        provider.accepts();

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            Attempt accepted = open.reaches(begun, 1, AttemptState.Accepted.class);
            call(open, accepted.id(), job());

            assertThat(open.attempts(begun).getFirst().state())
                    .isInstanceOf(AttemptState.Accepted.class);
            assertThat(open.charges()).isEmpty();
        }
    }

    @Test
    void areTakenOnceHoweverOftenTheyCome() {
        provider.accepts();
        provider.thenDelivers(1);

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            AttemptId attempt = open.attempts(begun).getFirst().id();
            open.end(begun);
            for (int times = 0; times < 5; times++) {
                call(open, attempt, job());
            }

            assertThat(open.charges()).hasSize(1);
            assertThat(open.attempts(begun)).hasSize(1);
        }
    }

    @Test
    void areRefusedWhenTheyAreNotTheProviders() {
        provider.losesTheNext();

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            Attempt unknown = open.reaches(begun, 1, AttemptState.Unknown.class);
            Receipt receipt = call(open, unknown.id(), TaskHandle.of("forged"));

            assertThat(receipt).isInstanceOf(Receipt.Refused.class);
            assertThat(open.attempts(begun).getFirst()).isEqualTo(unknown);
        }
    }

    @Test
    void areNotBelievedUnsignedWhenTheProviderKnowsNoSuchJob() {
        provider.doesNotSign().losesTheNext();
        ProviderFailure lost = ProviderFailure.of(FailureKind.LOST, "scripted");
        provider.then(new Progress.Ended(lost, Usage.UNKNOWN));

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            Attempt unknown = open.reaches(begun, 1, AttemptState.Unknown.class);
            call(open, unknown.id(), TaskHandle.of("made-up"));

            assertThat(open.attempts(begun).getFirst()).isEqualTo(unknown);
        }
    }

    @Test
    void areBelievedUnsignedWhenTheProviderConfirmsThem() {
        provider.doesNotSign().losesTheNext();
        provider.thenWorks().thenDelivers(1);

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            Attempt unknown = open.reaches(begun, 1, AttemptState.Unknown.class);
            call(open, unknown.id(), job());
            Snapshot ended = open.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
        }
    }

    @Test
    void chargeAJobThatTheAttemptDoesNotAccountForAsOneMore() {
        provider.delivers();

        try (House open = open()) {
            Snapshot ended = open.make(Asks.headshot());
            provider.thenDelivers(1);
            call(open, open.attempts(ended).getFirst().id(), TaskHandle.of("a-second-one"));
            open.reaches(ended, 2, AttemptState.Succeeded.class);

            assertThat(open.charges())
                    .extracting(charge -> charge.work().providerId())
                    .containsExactly(job().providerId(), "a-second-one");
        }
    }

    @Test
    void chargeAJobOfAnAttemptThatNobodyKnowsOnce() {
        provider.thenDelivers(1);

        try (House open = open()) {
            call(open, FORGOTTEN, TaskHandle.of("orphan"));
            open.engine().reconciliation().sweep();

            assertThat(open.charges()).hasSize(1);
            assertThat(open.charges().getFirst().work().generation()).isNull();
            assertThat(open.charges().getFirst().work().providerId()).isEqualTo("orphan");
            assertThat(open.engine().reconciliation().reviews().orphans(10)).hasSize(1);
        }
    }
}
