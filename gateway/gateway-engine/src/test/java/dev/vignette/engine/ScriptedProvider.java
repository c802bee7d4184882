package dev.vignette.engine;

import dev.vignette.portrait.Kind;
import dev.vignette.provider.Asset;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A provider that does what a test tells it: it answers orders and looks from two queues, and
 * delivers all that was ordered when a queue is empty. It remembers what it was asked.
 */
public class ScriptedProvider implements ImageProvider {
    /** The time between two looks at a job. */
    public static final Duration SOON = Duration.ofMillis(5);

    /** Holds orders back before they are answered. */
    public final Gate gate = new Gate();

    private final String name;
    private final Map<Kind, Capabilities> capabilities = new ConcurrentHashMap<>();
    private final Queue<Function<Order, Submission>> submissions = new ConcurrentLinkedQueue<>();
    private final Queue<Supplier<Progress>> progresses = new ConcurrentLinkedQueue<>();
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final AtomicInteger checks = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger mostInside = new AtomicInteger();

    /** Serves both kinds and honours everything, up to 13 pictures an order. */
    public ScriptedProvider(String name) {
        this.name = name;
        can(Abilities.everything());
    }

    /** The same with other abilities. */
    public final ScriptedProvider can(Abilities abilities) {
        for (Kind kind : Kind.values()) {
            capabilities.put(kind, abilities.of(kind));
        }
        return this;
    }

    /** Serves that kind no more. */
    public final ScriptedProvider cannot(Kind kind) {
        capabilities.remove(kind);
        return this;
    }

    /** Answers the next order so. */
    public final ScriptedProvider answers(Submission submission) {
        return answers(_ -> submission);
    }

    /** Answers the next order so. */
    public final ScriptedProvider answers(Function<Order, Submission> submission) {
        submissions.add(submission);
        return this;
    }

    /** Delivers the next order at once. */
    public final ScriptedProvider delivers() {
        return answers(ScriptedProvider::delivered);
    }

    private static Submission delivered(Order order) {
        return new Submission.Finished(
                TaskHandle.of("job-" + order.attempt()), delivery(order.count()));
    }

    /** Refuses the next order. */
    public final ScriptedProvider refuses(FailureKind kind) {
        return answers(new Submission.Refused(ProviderFailure.of(kind, "scripted")));
    }

    /** Refuses the next order and says when to come again. */
    public final ScriptedProvider throttles(Duration retryAfter) {
        return answers(
                new Submission.Refused(
                        new ProviderFailure(FailureKind.THROTTLED, "scripted", null, retryAfter)));
    }

    /** Takes the next order. */
    public final ScriptedProvider accepts() {
        return answers(
                order -> new Submission.Accepted(TaskHandle.of("job-" + order.attempt()), SOON));
    }

    /** Says so at the next look. */
    public final ScriptedProvider then(Progress progress) {
        return then(() -> progress);
    }

    /** Finds out at the next look what to say. */
    public final ScriptedProvider then(Supplier<Progress> progress) {
        progresses.add(progress);
        return this;
    }

    /** Says at the next look that it is still at work. */
    public final ScriptedProvider thenWorks() {
        return then(new Progress.Working(SOON));
    }

    /** Says at the next look that it has finished. */
    public final ScriptedProvider thenDelivers(int pictures) {
        return then(new Progress.Finished(delivery(pictures)));
    }

    /** So many pictures behind links. */
    public static Delivery delivery(int pictures) {
        List<Asset> assets = new ArrayList<>();
        for (int i = 0; i < pictures; i++) {
            assets.add(
                    new Asset.Linked(
                            URI.create("https://pictures.example/" + i),
                            List.of(),
                            Instant.now().plus(Duration.ofHours(1)),
                            null));
        }
        return new Delivery(assets, Usage.UNKNOWN, null);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Capabilities> capabilities(Kind kind) {
        return Optional.ofNullable(capabilities.get(kind));
    }

    @Override
    public Submission submit(Order order) {
        orders.add(order);
        mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
        try {
            gate.pass();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Submission.Unknown("interrupted");
        } finally {
            inside.decrementAndGet();
        }
        Function<Order, Submission> answer = submissions.poll();
        return answer == null ? delivered(order) : answer.apply(order);
    }

    @Override
    public Progress check(TaskHandle task) {
        checks.incrementAndGet();
        Supplier<Progress> progress = progresses.poll();
        return progress == null ? new Progress.Working(SOON) : progress.get();
    }

    /** Every order it was sent, in order. */
    public final List<Order> orders() {
        return List.copyOf(orders);
    }

    /** How many orders it was sent. */
    public final int submits() {
        return orders.size();
    }

    /** How many different attempts sent them. */
    public final long attempts() {
        return orders.stream().map(Order::attempt).distinct().count();
    }

    /** How often it was looked at a job. */
    public final int checks() {
        return checks.get();
    }

    /** The most orders it had to answer at the same time. */
    public final int mostInside() {
        return mostInside.get();
    }

    /** It has no connections. */
    @Override
    public void close() {}
}
