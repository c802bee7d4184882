package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.GenerationState;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Limits;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.SeenJob.Stand;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** More jobs in flight than the account may be asked about one by one. */
final class CrowdTest {
    private static final Duration LONG = Duration.ofMinutes(30);

    private final House house = new House();
    private final WatchedProvider provider = new WatchedProvider("studio");

    private House open(int readsPerMinute) {
        house.rules.serve(provider);
        house.rules.limit(
                provider,
                new Limits(
                        OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(readsPerMinute)));
        return house.open();
    }

    private TaskHandle job(Snapshot begun) {
        return house.reaches(begun, 1, AttemptState.Accepted.class).task().orElseThrow();
    }

    @Test
    void isKnownToHaveEndedByTheListAlone() {
        provider.accepts();

        try (House open = open(60)) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            provider.shows(job(begun), new Stand.Finished(ScriptedProvider.delivery(1)));
            Snapshot ended = open.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(open.charges()).hasSize(1);
            assertThat(provider.checks()).isZero();
        }
    }

    @Test
    void isAskedAboutWhatTheListCannotTell() {
        provider.accepts();
        ProviderFailure refused = ProviderFailure.of(FailureKind.CONTENT_REFUSED, "scripted");
        provider.then(new Progress.Ended(refused, Usage.NOTHING));

        try (House open = open(60)) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            provider.shows(job(begun), new Stand.Over());
            Snapshot ended = open.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Failed.class);
            assertThat(provider.checks()).isOne();
        }
    }

    @Test
    void isAskedAboutWhatTheListShowsInPart() {
        provider.accepts();
        provider.thenDelivers(2);

        try (House open = open(60)) {
            Snapshot begun = open.accept(Asks.series().count(2).deadline(LONG));
            provider.shows(job(begun), new Stand.Finished(ScriptedProvider.delivery(1)));
            Snapshot ended = open.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(ended.production().pictures()).hasSize(2);
            assertThat(provider.checks()).isOne();
        }
    }

    @Test
    void isLookedAtOneByOneWhileTheListIsBroken() {
        provider.breaks(true);
        provider.accepts();
        provider.thenDelivers(1);

        try (House open = open(60)) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            eventually("the list was tried", () -> provider.readings() > 0);
            open.clock.advance(Duration.ofMinutes(1));
            Snapshot ended = open.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.checks()).isOne();
        }
    }

    @Test
    void isWatchedAgainAfterARestart() {
        provider.accepts();

        try (House open = open(60)) {
            Snapshot begun = open.accept(Asks.headshot().deadline(LONG));
            TaskHandle job = job(begun);
            provider.shows(job, new Stand.Working());
            eventually("it was watched", () -> provider.readings() > 0);
            open.restart();
            provider.shows(job, new Stand.Finished(ScriptedProvider.delivery(1)));
            Snapshot ended = open.end(begun);

            assertThat(ended.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(provider.checks()).isZero();
        }
    }

    @Test
    void isNoneWhereTheAccountMayAskOftenEnough() {
        provider.accepts();
        provider.thenWorks().thenWorks().thenDelivers(1);

        try (House open = open(6_000)) {
            open.make(Asks.headshot());

            assertThat(provider.checks()).isEqualTo(3);
            assertThat(provider.readings()).isZero();
        }
    }
}
