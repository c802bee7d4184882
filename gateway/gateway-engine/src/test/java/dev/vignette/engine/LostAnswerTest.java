package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Evidence;
import dev.vignette.generation.GenerationState;
import dev.vignette.provider.TaskHandle;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Orders whose answer was lost, at a provider whose list can be read. */
final class LostAnswerTest {
    private static final Duration SETTLED = Duration.ofMinutes(3);
    private static final Duration APART = Duration.ofSeconds(31);
    private static final Duration LONG = Duration.ofMinutes(30);

    private final House house = new House();
    private final TellingProvider provider = new TellingProvider("studio", house.clock);

    private House open() {
        house.rules.serve(provider);
        return house.open();
    }

    private static void sweep(House open) {
        open.engine().reconciliation().sweep();
    }

    @Test
    void areFoundByTheirMarkInTheList() {
        provider.takesSilently();
        provider.thenDelivers(1);

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            open.reaches(begun, 1, AttemptState.Unknown.class);
            sweep(open);
            Snapshot ended = open.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.submits()).isOne();
            assertThat(open.charges())
                    .extracting(charge -> charge.work().outcome())
                    .containsExactly("succeeded");
        }
    }

    @Test
    void areFoundByWhatWasAskedWhenNothingElseCanBeMeant() {
        provider.takesSilentlyWithoutMark();
        provider.thenDelivers(1);

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            open.reaches(begun, 1, AttemptState.Unknown.class);
            sweep(open);
            Snapshot ended = open.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(open.rows.evidence().of(open.attempts(ended).getFirst().id()))
                    .extracting(Evidence::kind)
                    .contains(Evidence.Kind.ALIKE);
        }
    }

    @Test
    void areNotGuessedAmongSeveralThatLookAlike() {
        provider.takesSilentlyWithoutMark();

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            Attempt unknown = open.reaches(begun, 1, AttemptState.Unknown.class);
            String alike = provider.likeness(provider.orders().getFirst());
            provider.list(TaskHandle.of("somebody-elses"), Set.of(), alike);
            sweep(open);

            assertThat(open.attempts(begun).getFirst().state())
                    .isInstanceOf(AttemptState.Unknown.class);
            assertThat(open.rows.evidence().of(unknown.id()))
                    .extracting(Evidence::kind)
                    .containsOnly(Evidence.Kind.AMBIGUOUS);
        }
    }

    @Test
    void areNotTakenForAJobThatDoesNotTellWhatItWasAsked() {
        provider.losesTheNext();

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            Attempt unknown = open.reaches(begun, 1, AttemptState.Unknown.class);
            provider.list(TaskHandle.of("somebody-elses"), Set.of(), null);
            sweep(open);

            assertThat(open.attempts(begun).getFirst()).isEqualTo(unknown);
            assertThat(open.rows.evidence().of(unknown.id()))
                    .extracting(Evidence::kind)
                    .containsOnly(Evidence.Kind.AMBIGUOUS);
        }
    }

    @Test
    void areBoughtAgainOnceTheListShowedTwiceThatNobodyTookThem() {
        provider.losesTheNext();

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            open.reaches(begun, 1, AttemptState.Unknown.class);
            sweep(open);
            open.clock.advance(SETTLED);
            sweep(open);
            Attempt afterOneLook = open.attempts(begun).getFirst();
            open.clock.advance(APART);
            sweep(open);
            Snapshot ended = open.end(begun);

            assertThat(afterOneLook.state()).isInstanceOf(AttemptState.Unknown.class);
            assertThat(open.attempts(ended))
                    .extracting(attempt -> attempt.state().wireName())
                    .containsExactly("not_accepted", "succeeded");
            assertThat(provider.submits()).isEqualTo(2);
        }
    }

    @Test
    void areNotBoughtAgainWhileTheListCannotBeRead() {
        provider.losesTheNext();
        provider.breaksItsList(true);

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            open.reaches(begun, 1, AttemptState.Unknown.class);
            for (int look = 0; look < 3; look++) {
                open.clock.advance(SETTLED);
                sweep(open);
            }

            assertThat(open.attempts(begun)).hasSize(1);
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void areNotBoughtAgainWhenTheListHidesAJobThatIsKnown() {
        provider.accepts();
        provider.losesTheNext();

        try (House open = open()) {
            Snapshot known = open.accept(Asks.headshotOf(1).deadline(LONG));
            open.reaches(known, 1, AttemptState.Accepted.class);
            Snapshot begun = open.accept(Asks.headshotOf(2).deadline(LONG));
            open.reaches(begun, 1, AttemptState.Unknown.class);
            for (int look = 0; look < 3; look++) {
                open.clock.advance(SETTLED);
                sweep(open);
            }

            assertThat(open.attempts(begun)).hasSize(1);
        }
    }

    @Test
    void areNotBoughtAgainWhenTheirPhotoWasFetched() {
        provider.losesTheNext();

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            Attempt unknown = open.reaches(begun, 1, AttemptState.Unknown.class);
            open.engine().reconciliation().photoFetched(unknown.id());
            for (int look = 0; look < 3; look++) {
                open.clock.advance(SETTLED);
                sweep(open);
            }

            assertThat(open.attempts(begun)).hasSize(1);
        }
    }

    @Test
    void areChargedAndKeptForTheNextWhenTheyAreFoundTooLate() {
        provider.takesSilently();

        try (House open = open()) {
            Snapshot begun = open.accept(Asks.headshot().deadline(Duration.ofMillis(200)));
            open.end(begun);
            open.reaches(begun, 1, AttemptState.Review.class);
            provider.thenDelivers(1);
            sweep(open);
            open.reaches(begun, 1, AttemptState.Succeeded.class);
            Eventually.eventually(
                    "the late picture is remembered",
                    () -> open.now(begun).production().remembered());
            Snapshot next = open.make(Asks.headshot());

            assertThat(next.production().id()).isEqualTo(begun.production().id());
            assertThat(provider.submits()).isOne();
            assertThat(open.charges()).hasSize(1);
            assertThat(open.now(begun).generation().state())
                    .isInstanceOf(GenerationState.Failed.class);
        }
    }
}
