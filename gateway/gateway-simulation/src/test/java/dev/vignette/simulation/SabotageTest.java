package dev.vignette.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.simulation.check.Breach;
import dev.vignette.simulation.sabotage.Sabotage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker is only worth something when it finds bugs: each of these has to turn it red. */
final class SabotageTest {
    private static final int SEEDS = 2_000;
    private static final int RUSHES = 3;

    private final Campaign campaign = new Campaign();

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "NONE_IN_A_RUSH"})
    void isNoticed(Sabotage sabotage) {
        Campaign.Hunt hunt = campaign.hunt(sabotage, SEEDS);

        System.out.printf("%s: noticed after %d schedules%n", sabotage, hunt.schedules());
        assertThat(hunt.breaches().stream().map(Breach::number))
                .as("%s in %d schedules", sabotage, SEEDS)
                .containsAnyElementsOf(sabotage.broken());
    }

    @Test
    void aRushAloneDoesNoHarm() {
        Campaign.Hunt hunt = campaign.hunt(Sabotage.NONE_IN_A_RUSH, RUSHES);

        assertThat(hunt.breaches()).isEmpty();
    }
}
