package dev.vignette.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class PlacesTest {
    private final Places places = new Places();
    private long now;

    @Test
    void hasAsManyPlacesAsTheOperatorAllows() {
        places.ceiling(OptionalInt.of(3));

        take(3);

        assertThat(places.hasRoom()).isFalse();
        places.leave();
        assertThat(places.hasRoom()).isTrue();
    }

    @Test
    void hasNoEndOfPlacesWhereNothingIsLimited() {
        take(100_000);

        assertThat(places.hasRoom()).isTrue();
        assertThat(places.limit()).isEmpty();
        assertThat(places.ceiling()).isEmpty();
    }

    @Test
    void fallsOnceForAllThatWereOnTheirWayTogether() {
        places.ceiling(OptionalInt.of(100));
        take(100);

        for (int i = 0; i < 20; i++) {
            places.trouble(0, 10 + i);
        }
        assertThat(places.limit()).hasValue(70);

        places.trouble(50, 60);
        assertThat(places.limit()).hasValue(49);
    }

    @Test
    void neverFallsBelowTwoAndNeverRisesAboveTheCeiling() {
        places.ceiling(OptionalInt.of(40));
        take(40);
        for (int i = 0; i < 50; i++) {
            places.trouble(now, ++now);
        }
        assertThat(places.limit()).hasValue(2);

        for (int i = 0; i < 10_000; i++) {
            places.well();
            assertThat(places.limit().orElseThrow()).isLessThanOrEqualTo(40);
        }
        assertThat(places.limit()).hasValue(40);
    }

    @Test
    void keepsAQuarterOfItsPlacesWhileAnswersAreOnlySlow() {
        places.ceiling(OptionalInt.of(40));
        take(40);

        for (int i = 0; i < 50; i++) {
            places.slow(now, ++now);
        }

        assertThat(places.limit()).hasValue(10);
    }

    @Test
    void growsOnlyWhileItsPlacesAreNeeded() {
        places.ceiling(OptionalInt.of(40));
        take(40);
        places.slow(0, 1);
        assertThat(places.limit()).hasValue(28);
        for (int i = 0; i < 30; i++) {
            places.leave();
        }

        for (int i = 0; i < 100; i++) {
            places.well();
        }

        assertThat(places.limit()).hasValue(28);
    }

    @Test
    void waitsForAWholeRoundWhereItWasRefusedAndIsQuickBelow() {
        places.ceiling(OptionalInt.of(10));
        take(6);
        places.trouble(0, 1);
        assertThat(places.limit()).hasValue(4);

        places.well();
        assertThat(places.limit()).hasValue(5);
        for (int i = 0; i < 4; i++) {
            places.well();
        }
        assertThat(places.limit()).hasValue(5);
        places.well();
        assertThat(places.limit()).hasValue(6);
    }

    @Test
    void followsAChangedCeilingAndKeepsWhatItLearned() {
        places.ceiling(OptionalInt.of(20));
        take(20);
        places.ceiling(OptionalInt.of(30));
        assertThat(places.limit()).hasValue(30);

        places.trouble(0, 1);
        places.ceiling(OptionalInt.of(50));
        assertThat(places.limit()).hasValue(14);

        places.ceiling(OptionalInt.of(5));
        assertThat(places.limit()).hasValue(5);
        assertThat(places.taken()).isEqualTo(20);
        assertThat(places.hasRoom()).isFalse();
    }

    private void take(int number) {
        for (int i = 0; i < number; i++) {
            places.take();
        }
    }
}
