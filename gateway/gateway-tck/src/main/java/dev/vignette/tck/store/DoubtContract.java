package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Evidence;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.AuditEntry;
import dev.vignette.store.InboxEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link dev.vignette.store.EvidenceStore}, {@link dev.vignette.store.Inbox} and {@link
 * dev.vignette.store.AuditTrail} promises.
 */
public interface DoubtContract extends StoresUnderTest {
    AttemptId ATTEMPT = new AttemptId("att_in_doubt");

    @Test
    default void keepsWhatWasSeenOldestFirst() {
        Evidence later =
                new Evidence(ATTEMPT, Progress.ENDED, Evidence.Kind.LISTED, "p7q2", "seen");
        Evidence earlier =
                new Evidence(ATTEMPT, Progress.SENT, Evidence.Kind.PHOTO_FETCHED, null, "fetched");
        evidence().note(later);
        evidence().note(earlier);

        assertThat(evidence().of(ATTEMPT)).containsExactly(earlier, later);
        assertThat(evidence().of(new AttemptId("att_of_somebody_else"))).isEmpty();
    }

    @Test
    default void keepsTheSameEvidenceOnce() {
        Evidence seen = new Evidence(ATTEMPT, Progress.SENT, Evidence.Kind.ABSENT, null, "absent");

        AtOnce.times(
                10,
                _ -> {
                    evidence().note(seen);
                    return true;
                });

        assertThat(evidence().of(ATTEMPT)).containsExactly(seen);
    }

    @Test
    default void takesACallOnceHoweverOftenItComes() {
        InboxEntry call = call("msg_1", null);

        List<Boolean> taken = AtOnce.times(20, _ -> inbox().take(call));

        assertThat(taken).containsOnlyOnce(true);
        assertThat(inbox().pending(10)).containsExactly(call);
    }

    @Test
    default void keepsCallsUntilSomethingWasDoneAboutThemOldestFirst() {
        InboxEntry later = later(call("msg_1", new TaskHandle("p7q2", "opaque")));
        InboxEntry earlier = call("msg_2", null);
        inbox().take(later);
        inbox().take(earlier);
        assertThat(inbox().pending(10)).containsExactly(earlier, later);
        assertThat(inbox().pending(1)).containsExactly(earlier);

        inbox().done(earlier);

        assertThat(inbox().pending(10)).containsExactly(later);
        assertThat(inbox().take(earlier)).isFalse();
    }

    @Test
    default void forgetsOldCallsAboutWhichSomethingWasDone() {
        InboxEntry done = call("msg_1", null);
        InboxEntry pending = call("msg_2", null);
        InboxEntry young = later(call("msg_3", null));
        List.of(done, pending, young).forEach(inbox()::take);
        inbox().done(done);
        inbox().done(young);

        inbox().forget(young.receivedAt());

        assertThat(inbox().take(done)).isTrue();
        assertThat(inbox().take(pending)).isFalse();
        assertThat(inbox().take(young)).isFalse();
    }

    @Test
    default void tellsCallsOfProvidersApart() {
        InboxEntry call = call("msg_1", null);
        inbox().take(call);

        boolean taken =
                inbox().take(
                                new InboxEntry(
                                        "modelslab",
                                        call.id(),
                                        call.attempt(),
                                        null,
                                        false,
                                        call.receivedAt()));

        assertThat(taken).isTrue();
    }

    @Test
    default void keepsWhatOperatorsDidInItsOrder() {
        AuditEntry first =
                new AuditEntry(Progress.SENT, "ops", "settle_write_off", "att_1", "never came");
        AuditEntry second = new AuditEntry(Progress.SENT, "ops", "settle_retry", "att_1", "again");
        AuditEntry other = new AuditEntry(Progress.SENT, "ops", "settle_retry", "att_2", "again");
        List.of(first, second, other).forEach(audit()::write);

        assertThat(audit().of("att_1")).containsExactly(first, second);
    }

    private static InboxEntry call(String id, @Nullable TaskHandle task) {
        return new InboxEntry("replicate", id, ATTEMPT, task, task != null, Progress.SENT);
    }

    private static InboxEntry later(InboxEntry call) {
        return new InboxEntry(
                call.provider(),
                call.id(),
                call.attempt(),
                call.task(),
                call.proven(),
                Progress.SENT.plusSeconds(1));
    }
}
