package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Mandate;
import dev.vignette.money.Money;
import dev.vignette.provider.Submission;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** What is presumed lost is bought again within the operator's budget. */
final class ResubmissionTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final Duration PRESUMED_LOST = Duration.ofMinutes(10).plusSeconds(1);

    private final ScriptedProvider provider = new ScriptedProvider("studio");

    private House open(String budget) {
        House house = new House();
        house.rules.serve(provider);
        house.rules.onUnknown(UnknownOutcome.RESUBMIT);
        house.rules.duplicates(Money.of(new BigDecimal(budget), USD));
        return house.open();
    }

    private Snapshot lost(House house, int person) {
        provider.answers(new Submission.Unknown("scripted"));
        Snapshot begun = house.accept(Asks.headshotOf(person).deadline(LONG));
        house.reaches(begun, 1, AttemptState.Unknown.class);
        return begun;
    }

    /** Time passes for whoever sleeps, too. */
    private static void afterTheHorizon(House house) {
        house.clock.advance(PRESUMED_LOST);
        house.restart();
    }

    @Test
    void replacesWhatIsPresumedLost() {
        try (House house = open("0.04")) {
            house.rules.price(provider, "0.04");
            Snapshot begun = lost(house, 1);

            afterTheHorizon(house);
            Snapshot ended = house.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(house.attempts(ended))
                    .extracting(Attempt::mandate)
                    .containsExactly(Mandate.ASKED, Mandate.RESUBMITTED);
            assertThat(house.attempts(ended).getFirst().state())
                    .isInstanceOf(AttemptState.Review.class);
        }
    }

    @Test
    void neverCostsMoreInVainThanTheBudget() {
        try (House house = open("0.05")) {
            house.rules.price(provider, "0.04");
            Snapshot one = lost(house, 1);
            Snapshot two = lost(house, 2);

            afterTheHorizon(house);
            Eventually.eventually("one is replaced", () -> provider.submits() == 3);
            house.reaches(one, 1, AttemptState.Review.class);
            house.reaches(two, 1, AttemptState.Review.class);

            assertThat(house.attempts(one).size() + house.attempts(two).size()).isEqualTo(3);
        }
    }

    @Test
    void doesNotReplaceWhatHasNoKnownPrice() {
        try (House house = open("5.00")) {
            Snapshot begun = lost(house, 1);

            afterTheHorizon(house);
            house.reaches(begun, 1, AttemptState.Review.class);

            assertThat(house.attempts(begun)).hasSize(1);
            assertThat(provider.submits()).isOne();
        }
    }

    @Test
    void doesNotReplaceAnOrderWhosePhotoWasFetched() {
        try (House house = open("5.00")) {
            house.rules.price(provider, "0.04");
            Snapshot begun = lost(house, 1);
            Attempt unknown = house.attempts(begun).getFirst();
            house.engine().reconciliation().photoFetched(unknown.id());

            afterTheHorizon(house);
            house.reaches(begun, 1, AttemptState.Review.class);

            assertThat(provider.submits()).isOne();
        }
    }
}
