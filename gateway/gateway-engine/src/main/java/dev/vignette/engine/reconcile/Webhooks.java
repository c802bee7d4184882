package dev.vignette.engine.reconcile;

import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Evidence;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Notice;
import dev.vignette.provider.Progress;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WebhookCall;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.Inbox;
import dev.vignette.store.InboxEntry;
import dev.vignette.store.Signal;
import dev.vignette.store.Signals;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes calls of providers. A call is written down before it is answered and changes nothing by
 * itself: it wakes whoever sees to the attempt, and the provider is asked how its job stands.
 */
public final class Webhooks {
    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int AT_ONCE = 200;

    private final Inbox inbox;
    private final AttemptStore attempts;
    private final Findings findings;
    private final Signals signals;
    private final Surroundings around;

    /**
     * @param inbox keeps calls
     * @param attempts finds attempts
     * @param findings gives jobs that are told of their place
     * @param signals tells whoever is at work
     * @param around what everything lives in
     */
    public Webhooks(
            Inbox inbox,
            AttemptStore attempts,
            Findings findings,
            Signals signals,
            Surroundings around) {
        this.inbox = inbox;
        this.attempts = attempts;
        this.findings = findings;
        this.signals = signals;
        this.around = around;
    }

    /** How a call is to be answered. */
    public sealed interface Receipt {
        /** It is written down, now or before. */
        record Taken() implements Receipt {}

        /** It is not the provider's; repeating it changes nothing. */
        record Refused(String why) implements Receipt {}

        /** It cannot be taken now; the provider should repeat it. */
        record NotNow(String why) implements Receipt {}
    }

    /**
     * Takes a call that came in at an attempt's own address.
     *
     * @param provider the configured provider that was given the address
     */
    public Receipt take(String provider, AttemptId attempt, WebhookCall call) {
        Optional<ProviderSlot> slot = slot(provider, attempt);
        if (slot.isEmpty() || !(slot.get().provider() instanceof SendsWebhooks sends)) {
            return new Receipt.NotNow("no such provider is configured now");
        }
        return switch (sends.read(call)) {
            case Notice.Refused(String why) -> {
                LOG.warn("{}: a call in the name of {} was refused: {}", attempt, provider, why);
                yield new Receipt.Refused(why);
            }
            case Notice.NotNow(String why) -> new Receipt.NotNow(why);
            case Notice.Proven(String id, var task) ->
                    taken(new InboxEntry(provider, id, attempt, task, true, call.receivedAt()));
            case Notice.Hint(String id, var task) ->
                    taken(new InboxEntry(provider, id, attempt, task, false, call.receivedAt()));
        };
    }

    private Receipt taken(InboxEntry entry) {
        around.pass(Failpoint.C17);
        if (inbox.take(entry)) {
            around.pass(Failpoint.C16);
            goOn(entry);
        }
        return new Receipt.Taken();
    }

    /** Goes on with every call about which nothing was done yet. */
    public void goOnWithAll() {
        inbox.pending(AT_ONCE).forEach(this::goOn);
    }

    /** Forgets calls of long ago. */
    public void forget() {
        inbox.forget(around.now().minus(KEPT));
    }

    private void goOn(InboxEntry entry) {
        try {
            if (isSeenTo(entry)) {
                inbox.done(entry);
            }
        } catch (RuntimeException e) {
            LOG.error("{}: a call of {} is looked at again", entry.attempt(), entry.provider(), e);
        }
    }

    /** Whether everything that follows from it was done. */
    private boolean isSeenTo(InboxEntry entry) {
        TaskHandle task = entry.task();
        Optional<Attempt> attempt = attempts.find(entry.attempt());
        if (task == null || attempt.filter(known -> known.has(task)).isPresent()) {
            attempt.ifPresent(known -> signals.send(Signal.look(known.production())));
            return true;
        }
        if (!entry.proven()) {
            Existence existence = existence(entry, task);
            if (existence != Existence.THERE) {
                return existence == Existence.NOT_THERE;
            }
        }
        return findings.place(
                entry.provider(),
                task,
                new Evidence(
                        entry.attempt(),
                        entry.receivedAt(),
                        Evidence.Kind.WEBHOOK,
                        task.providerId(),
                        "the provider called the attempt's own address"));
    }

    /** What the provider says of such a job, asked by us. */
    private Existence existence(InboxEntry entry, TaskHandle task) {
        Optional<ProviderSlot> slot = slot(entry.provider(), entry.attempt());
        if (slot.isEmpty()) {
            return Existence.NOT_TOLD;
        }
        return switch (slot.get().provider().check(task)) {
            case Progress.Working _, Progress.Finished _ -> Existence.THERE;
            case Progress.Ended ended ->
                    ended.failure().kind() == FailureKind.LOST
                            ? Existence.NOT_THERE
                            : Existence.THERE;
            case Progress.Unreadable _ -> Existence.NOT_TOLD;
        };
    }

    /** The account that calls about its own orders, as it was when they were sent. */
    private Optional<ProviderSlot> slot(String provider, AttemptId attempt) {
        return attempts.find(attempt)
                .filter(known -> known.provider().equals(provider))
                .flatMap(around::slot)
                .or(() -> Optional.ofNullable(around.inForce().providers().get(provider)));
    }

    private enum Existence {
        THERE,
        NOT_THERE,
        NOT_TOLD
    }
}
