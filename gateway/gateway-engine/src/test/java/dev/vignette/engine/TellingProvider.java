package dev.vignette.engine;

import dev.vignette.id.AttemptId;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ListedJob;
import dev.vignette.provider.ListsJobs;
import dev.vignette.provider.Notice;
import dev.vignette.provider.Order;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WebhookCall;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One whose jobs can be listed, and that calls: its calls are the job's id as text. */
public final class TellingProvider extends ScriptedProvider implements ListsJobs, SendsWebhooks {
    private final Queue<ListedJob> jobs = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicBoolean signs = new AtomicBoolean(true);
    private final AtomicInteger lists = new AtomicInteger();
    private final Clock clock;

    /** See {@link ScriptedProvider}; its jobs begin by that clock. */
    public TellingProvider(String name, Clock clock) {
        super(name);
        this.clock = clock;
    }

    /** Takes the next order, lists it by its attempt, and its answer gets lost. */
    public TellingProvider takesSilently() {
        answers(order -> {
            list(job(order), Set.of(order.attempt()), likeness(order));
            return new Submission.Unknown("scripted: the line broke");
        });
        return this;
    }

    /** The same, and what it lists does not name the attempt. */
    public TellingProvider takesSilentlyWithoutMark() {
        answers(order -> {
            list(job(order), Set.of(), likeness(order));
            return new Submission.Unknown("scripted: the line broke");
        });
        return this;
    }

    /** The next order never arrives, and nobody knows. */
    public TellingProvider losesTheNext() {
        answers(new Submission.Unknown("scripted: the line broke"));
        return this;
    }

    /** Lists one more job. */
    public void list(TaskHandle task, Set<AttemptId> names, @Nullable String like) {
        jobs.add(new ListedJob(task, clock.instant(), names, like));
    }

    /** Its list cannot be read any more, or can again. */
    public void breaksItsList(boolean breaks) {
        broken.set(breaks);
    }

    /** Its calls are signed no more. */
    public TellingProvider doesNotSign() {
        signs.set(false);
        return this;
    }

    /** The job of an order. */
    public static TaskHandle job(Order order) {
        return TaskHandle.of("job-" + order.attempt());
    }

    /** A call about that job. */
    public WebhookCall call(TaskHandle task) {
        return new WebhookCall(
                Map.of(), task.providerId().getBytes(StandardCharsets.UTF_8), clock.instant());
    }

    @Override
    public Listing list(Instant from, Instant to) {
        lists.incrementAndGet();
        return broken.get()
                ? new Listing.Broken(ProviderFailure.of(FailureKind.UNAVAILABLE, "scripted"))
                : new Listing.Complete(
                        jobs.stream()
                                .filter(job -> !job.createdAt().isBefore(from))
                                .filter(job -> !job.createdAt().isAfter(to))
                                .toList());
    }

    @Override
    public String likeness(Order order) {
        return order.kind().wireName() + order.count() + order.photo().facts().hash().hex();
    }

    @Override
    public Duration memory() {
        return Duration.ofHours(1);
    }

    @Override
    public Notice read(WebhookCall call) {
        String job = new String(call.body(), StandardCharsets.UTF_8);
        if (job.equals("forged")) {
            return new Notice.Refused("scripted: not signed by us");
        }
        return signs.get()
                ? new Notice.Proven("call-" + job, TaskHandle.of(job))
                : new Notice.Hint("call-" + job, TaskHandle.of(job));
    }

    /** How often its list was read. */
    public int lists() {
        return lists.get();
    }
}
