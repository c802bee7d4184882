package dev.vignette.simulation.vendor;

import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.provider.Asset;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Range;
import dev.vignette.provider.Submission;
import dev.vignette.provider.Support;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import dev.vignette.simulation.fault.Chance;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.sabotage.Sabotage;
import dev.vignette.simulation.time.Answer;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.WallClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One gateway's line to one provider. What was sent arrives whatever becomes of the sender, and
 * answers to the dead are not read.
 */
final class ProviderLine implements ImageProvider {
    private static final String ERROR = "HTTP status 502";
    private static final Duration SHORTEST_TRIP = Duration.ofMillis(5);
    private static final Duration LONGEST_TRIP = Duration.ofMillis(800);
    private static final Duration SLOW_TRIP = Duration.ofSeconds(30);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);

    private final Vendor vendor;
    private final Machine machine;
    private final WallClock clock;
    private final Scene scene;
    private final Sabotage sabotage;
    private final Duration memory;
    private final int picturesPerOrder;

    ProviderLine(
            Vendor vendor,
            Machine machine,
            WallClock clock,
            Scene scene,
            Sabotage sabotage,
            Duration memory,
            int picturesPerOrder) {
        this.vendor = vendor;
        this.machine = machine;
        this.clock = clock;
        this.scene = scene;
        this.sabotage = sabotage;
        this.memory = memory;
        this.picturesPerOrder = picturesPerOrder;
    }

    @Override
    public String name() {
        return vendor.name();
    }

    @Override
    public Optional<Capabilities> capabilities(Kind kind) {
        Map<Member, Support> members = new EnumMap<>(Member.class);
        for (Member member : Member.values()) {
            members.put(member, new Support.Honoured(range(member)));
        }
        return Optional.of(
                new Capabilities(
                        kind,
                        vendor.name() + "/" + kind.wireName(),
                        null,
                        members,
                        picturesPerOrder,
                        Long.MAX_VALUE,
                        false,
                        vendor.outputLife()));
    }

    private static Range range(Member member) {
        return switch (member) {
            case PROMPT, NEGATIVE_PROMPT -> new Range.Text(1, 2000);
            case BACKGROUND, OUTPUT_FORMAT -> new Range.OneOf(List.of("white", "png"));
            case RANDOMIZE -> new Range.Flag();
            case GUIDANCE -> new Range.Decimal(BigDecimal.ONE, BigDecimal.TEN);
            case COUNT, SAFETY_TOLERANCE, WIDTH, HEIGHT, STEPS, SEED ->
                    new Range.Whole(0, Long.MAX_VALUE);
        };
    }

    @Override
    public Submission submit(Order order) {
        scene.story()
                .tell(
                        machine.toString(),
                        () -> "sends " + order.attempt() + " to " + vendor.name());
        vendor.called(order);
        if (scene.faults().strikes(Fault.ORDER_NOT_SENT)) {
            return new Submission.NotSent(unavailable("no connection"));
        }
        Answer<Submission> answer = new Answer<>();
        scene.scheduler().after(trip(), () -> arrive(order, answer));
        Submission read = sabotaged(answer.await());
        scene.story().tell(machine.toString(), () -> "reads " + read);
        return read;
    }

    private Submission sabotaged(Submission read) {
        boolean retried =
                sabotage == Sabotage.ERRORS_RETRIED && read.equals(new Submission.Unknown(ERROR));
        return retried ? new Submission.Refused(unavailable(ERROR)) : read;
    }

    private void arrive(Order order, Answer<Submission> answer) {
        if (scene.faults().strikes(Fault.ORDER_LOST)) {
            give(answer, new Submission.Unknown("the line broke"), lateness());
            return;
        }
        vendor.arrived(order);
        refusal()
                .ifPresentOrElse(
                        refused -> give(answer, refused, trip()), () -> take(order, answer));
    }

    private Optional<Submission> refusal() {
        if (scene.faults().strikes(Fault.ORDER_THROTTLED)) {
            return Optional.of(refused(FailureKind.THROTTLED));
        }
        if (scene.faults().strikes(Fault.ORDER_UNAVAILABLE)) {
            return Optional.of(refused(FailureKind.UNAVAILABLE));
        }
        if (scene.faults().strikes(Fault.ORDER_CONTENT_REFUSED)) {
            return Optional.of(refused(FailureKind.CONTENT_REFUSED));
        }
        return scene.faults().strikes(Fault.ORDER_ERROR_NOT_TAKEN)
                ? Optional.of(new Submission.Unknown(ERROR))
                : Optional.empty();
    }

    private void take(Order order, Answer<Submission> answer) {
        Job job =
                vendor.take(order, likeness(order), scene.faults().strikes(Fault.JOB_DONE_AT_ONCE));
        if (scene.faults().strikes(Fault.ORDER_ERROR_TAKEN)) {
            give(answer, new Submission.Unknown(ERROR), trip());
            return;
        }
        if (scene.faults().strikes(Fault.ORDER_ANSWER_LOST)) {
            give(answer, new Submission.Unknown("the line broke"), lateness());
            return;
        }
        Duration back =
                scene.faults().strikes(Fault.ORDER_SLOW)
                        ? scene.faults().chance().between(LONGEST_TRIP, READ_TIMEOUT)
                        : trip();
        scene.scheduler().after(back, () -> answer.give(taken(job)));
    }

    private Submission taken(Job job) {
        return switch (look(job)) {
            case Progress.Finished(Delivery delivery) ->
                    new Submission.Finished(job.task(), delivery);
            case Progress.Ended(ProviderFailure failure, Usage usage) ->
                    new Submission.Ended(job.task(), failure, usage);
            case Progress.Working _, Progress.Unreadable _ ->
                    new Submission.Accepted(job.task(), FIRST_LOOK);
        };
    }

    @Override
    public Progress check(TaskHandle task) {
        return ask(
                () ->
                        vendor.job(task.providerId())
                                .map(this::look)
                                .orElseGet(() -> ended(FailureKind.LOST)),
                () -> new Progress.Unreadable(unavailable("HTTP status 500"), LONGEST_LOOK));
    }

    /** A call that costs nothing: the answer, or what to make of a broken line. */
    <T> T ask(Supplier<T> answered, Supplier<T> broken) {
        Answer<T> answer = new Answer<>();
        boolean fails = scene.faults().strikes(Fault.LOOK_FAILS);
        scene.scheduler().after(trip(), () -> answer.give((fails ? broken : answered).get()));
        return answer.await();
    }

    /** The line hangs that long. */
    void hang(Duration length) {
        Answer<Boolean> over = new Answer<>();
        scene.scheduler().after(length, () -> over.give(true));
        boolean _ = over.await();
    }

    /** What the order would look like in a list. */
    String likeness(Order order) {
        return "%s %d %s".formatted(order.kind(), order.count(), order.photo().facts().hash());
    }

    /** How the job stands, told without a call. */
    Progress look(Job job) {
        long now = vendor.now();
        if (job.stopped()) {
            return ended(FailureKind.CANCELED);
        }
        if (!job.over(now)) {
            return new Progress.Working(scene.faults().chance().between(FIRST_LOOK, LONGEST_LOOK));
        }
        if (job.forgotten(now, memory.toNanos())) {
            return ended(FailureKind.LOST);
        }
        return job.fate().brings() == 0
                ? ended(FailureKind.FAILED)
                : new Progress.Finished(delivery(job, now));
    }

    private Delivery delivery(Job job, long now) {
        Duration left =
                sabotage == Sabotage.FIRST_COME_FIRST_COPIED
                        ? PlainProvider.MEMORY
                        : Duration.ofNanos(job.fate().linksDieAt() - now);
        List<Asset> assets = new ArrayList<>();
        for (int place = 0; place < job.fate().brings(); place++) {
            assets.add(
                    new Asset.Linked(
                            Links.to(job, place), List.of(), clock.instant().plus(left), null));
        }
        return new Delivery(assets, Usage.UNKNOWN, null);
    }

    private static Progress ended(FailureKind kind) {
        return new Progress.Ended(ProviderFailure.of(kind, "simulated"), Usage.NOTHING);
    }

    private Submission refused(FailureKind kind) {
        Duration wait =
                scene.faults().chance().of(0.5)
                        ? scene.faults().chance().between(LONGEST_TRIP, SLOW_TRIP)
                        : null;
        return new Submission.Refused(new ProviderFailure(kind, "simulated", null, wait));
    }

    private static ProviderFailure unavailable(String detail) {
        return ProviderFailure.of(FailureKind.UNAVAILABLE, detail);
    }

    private void give(Answer<Submission> answer, Submission submission, Duration after) {
        scene.scheduler().after(after, () -> answer.give(submission));
    }

    private Duration trip() {
        return scene.faults().chance().between(SHORTEST_TRIP, LONGEST_TRIP);
    }

    private Duration lateness() {
        Chance chance = scene.faults().chance();
        return chance.of(0.5) ? READ_TIMEOUT : trip();
    }

    /** A simulated line holds nothing. */
    @Override
    public void close() {}
}
