package dev.vignette.modelslab.sandbox;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.vignette.portrait.ImageType;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Faults;
import dev.vignette.sandbox.Sandbox;
import dev.vignette.sandbox.picture.PictureOrder;
import dev.vignette.sandbox.picture.SandboxPainter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The account's jobs: at most five at once, each kept for as long as its links live. */
final class HeadshotJobs {
    /** Documentation, "Rate limits": what a pay-as-you-go account may have queued. */
    private static final int QUEUE = 5;

    private static final Duration SWEEP = Duration.ofSeconds(10);
    private static final BigDecimal PRICE = new BigDecimal("0.012");

    private final Map<String, HeadshotJob> jobs = new HashMap<>();
    private final List<Instant> busyUntil = new ArrayList<>();
    private final Sandbox sandbox;
    private final Clock clock;
    private Instant nextSweep = Instant.MIN;
    private int taken;

    HeadshotJobs(Sandbox sandbox, Clock clock) {
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /** A new job, or empty when the queue is full. */
    synchronized Optional<HeadshotJob> take(HeadshotOrder order) {
        Instant now = clock.instant();
        forgetOldJobs(now);
        busyUntil.removeIf(done -> !done.isAfter(now));
        if (busyUntil.size() >= QUEUE) {
            return Optional.empty();
        }
        taken++;
        HeadshotJob job = job(order, now);
        jobs.put(job.id().asText(), job);
        busyUntil.add(job.readyAt());
        sandbox.invoice().accept(job.id().asText(), order.attempts());
        if (!job.fails()) {
            sandbox.invoice().charge(job.id().asText(), 1, PRICE);
        }
        return Optional.of(job);
    }

    private void forgetOldJobs(Instant now) {
        if (now.isAfter(nextSweep)) {
            nextSweep = now.plus(SWEEP);
            Instant longAgo = now.minus(sandbox.pace().linkLife());
            jobs.values().removeIf(job -> job.readyAt().isBefore(longAgo));
        }
    }

    synchronized Optional<HeadshotJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    boolean isDone(HeadshotJob job) {
        return !job.readyAt().isAfter(clock.instant());
    }

    private HeadshotJob job(HeadshotOrder order, Instant now) {
        Faults faults = sandbox.faults();
        boolean textId = faults.strikes(ModelsLabFault.QUEUED_TEXT_ID);
        HeadshotJob.Traits traits =
                new HeadshotJob.Traits(
                        textId || faults.strikes(ModelsLabFault.QUEUED),
                        faults.strikes(ModelsLabFault.FOREIGN_FETCH_RESULT),
                        faults.strikes(ModelsLabFault.FAILED_JOB),
                        faults.strikes(ModelsLabFault.FLAGGED),
                        faults.strikes(ModelsLabFault.OUTPUT_AS_TEXT));
        Supplier<Bytes> picture = picture(order, traits.flagged());
        String proxy = sandbox.links().publish(ImageType.PNG, picture).toString();
        Duration time = sandbox.pace().pictureTime();
        return new HeadshotJob(
                textId ? TextNode.valueOf(UUID.randomUUID().toString()) : IntNode.valueOf(taken),
                order,
                time,
                now.plus(time),
                output(picture),
                List.of(proxy),
                traits);
    }

    private List<String> output(Supplier<Bytes> picture) {
        if (sandbox.faults().strikes(ModelsLabFault.ONLY_PROXY_LINKS)) {
            return List.of();
        }
        if (sandbox.faults().strikes(ModelsLabFault.INLINE_OUTPUT)) {
            return List.of(Base64.getEncoder().encodeToString(picture.get().array()));
        }
        return List.of(sandbox.links().publish(ImageType.PNG, picture).toString());
    }

    private Supplier<Bytes> picture(HeadshotOrder order, boolean flagged) {
        if (flagged || sandbox.faults().strikes(ModelsLabFault.BLANK_PICTURE)) {
            return () -> SandboxPainter.blank(order.width(), order.height(), ImageType.PNG);
        }
        PictureOrder drawn =
                new PictureOrder(
                        order.photo(),
                        order.background(),
                        order.width(),
                        order.height(),
                        ImageType.PNG,
                        taken,
                        0,
                        order.seed(),
                        order.prompt());
        return () -> SandboxPainter.paint(drawn);
    }
}
