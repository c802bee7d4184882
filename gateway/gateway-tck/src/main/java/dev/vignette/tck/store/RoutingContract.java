package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.id.ProductionId;
import dev.vignette.provider.Limits;
import dev.vignette.store.AuditEntry;
import dev.vignette.store.Pause;
import dev.vignette.store.Proposal;
import dev.vignette.store.RoutingRecordStore.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of choosing: why, how long it took to get a place, and who rests. */
public interface RoutingContract extends StoresUnderTest {

    @Test
    default void keepsWhyEachAttemptIsWhereItIs() {
        Proposal.Buy buy = bought();
        ProductionId id = buy.production().id();

        productions()
                .plan(
                        id,
                        List.of(Purchase.attempt(id, 3)),
                        Purchase.WHY,
                        Optional.empty(),
                        List.of());

        assertThat(routing().of(id)).extracting(Kept::why).containsExactly(buy.why(), Purchase.WHY);
    }

    @Test
    default void keepsHowLongTheFirstPlacesTook() {
        Proposal.Buy buy = bought();
        Attempt first = buy.production().attempts().getFirst();
        Instant later = clock().instant().plus(Duration.ofHours(1));

        assertThat(routing().of(first.production()).getFirst().waited()).isEmpty();
        attempts().depart(first.in(new AttemptState.Sending(later)), Limits.NONE);

        assertThat(routing().of(first.production()).getFirst().waited())
                .contains(Duration.ofHours(1));
    }

    @Test
    default void knowsNothingOfWhatIsNotThere() {
        assertThat(routing().of(new ProductionId(Purchase.id(ProductionId.PREFIX)))).isEmpty();
    }

    @Test
    default void letsAProviderRestOnceAndSaysWhy() {
        Pause pause = new Pause("studio", Purchase.AT, "ops", "invoice dispute");

        assertThat(pauses().pause(pause, entry("pause"))).isTrue();
        assertThat(pauses().pause(pause, entry("pause"))).isFalse();

        assertThat(pauses().all()).containsExactly(pause);
        assertThat(audit().of("provider:studio")).containsExactly(entry("pause"));
    }

    @Test
    default void letsAProviderWorkAgain() {
        Pause pause = new Pause("studio", Purchase.AT, "ops", "invoice dispute");
        pauses().pause(pause, entry("pause"));

        assertThat(pauses().resume("studio", entry("resume"))).isTrue();
        assertThat(pauses().resume("studio", entry("resume"))).isFalse();

        assertThat(pauses().all()).isEmpty();
        assertThat(audit().of("provider:studio")).containsExactly(entry("pause"), entry("resume"));
    }

    private Proposal.Buy bought() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        return buy;
    }

    private static AuditEntry entry(String action) {
        return new AuditEntry(Purchase.AT, "ops", action, "provider:studio", "invoice dispute");
    }
}
