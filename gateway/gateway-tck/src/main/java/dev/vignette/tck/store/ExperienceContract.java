package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.portrait.Kind;
import dev.vignette.store.Experience.Served;
import dev.vignette.store.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.Experience} promises. */
public interface ExperienceContract extends StoresUnderTest {

    @Test
    default void tellsHowLongAProviderTookForAKind() {
        Proposal.Buy buy = Purchase.valid().of(Kind.HEADSHOT).proposal();
        generations().accept(buy);
        Attempt ended = Progress.succeeded(buy.production().attempts().getFirst());
        productions().conclude(ended, Progress.charge(buy, ended), List.of());

        assertThat(took(Kind.HEADSHOT, Instant.EPOCH)).containsExactly(Duration.ofMillis(31_250));
        assertThat(took(Kind.PORTRAIT_SERIES, Instant.EPOCH)).isEmpty();
        assertThat(took(Kind.HEADSHOT, Progress.ENDED.plusNanos(1))).isEmpty();
        assertThat(experience().took("other", Kind.HEADSHOT, Instant.EPOCH, 10)).isEmpty();
    }

    @Test
    default void tellsHowManyRequestsBoughtNothing() {
        Purchase purchase = Purchase.valid();
        Proposal.Buy buyer = purchase.proposal();
        generations().accept(buyer);
        generations().accept(purchase.proposal());
        generations().accept(Purchase.valid().of("somebody else").proposal());

        assertThat(experience().served("shop", Kind.PORTRAIT_SERIES, Purchase.AT, 10))
                .isEqualTo(new Served(2, 1));
        assertThat(experience().served("shop", Kind.PORTRAIT_SERIES, Purchase.AT.plusNanos(1), 10))
                .isEqualTo(new Served(0, 0));
    }

    private List<Duration> took(Kind kind, Instant since) {
        return experience().took("replicate", kind, since, 10);
    }
}
