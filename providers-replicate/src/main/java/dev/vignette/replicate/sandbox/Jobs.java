package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.id.AttemptId;
import dev.vignette.portrait.ImageType;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Sandbox;
import dev.vignette.sandbox.picture.PictureOrder;
import dev.vignette.sandbox.picture.SandboxPainter;
import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All predictions of the account, kept until the double stops. */
final class Jobs {
    private static final BigDecimal PICTURE_PRICE = new BigDecimal("0.04");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 26;
    private static final int WIDTH = 768;
    private static final int HEIGHT = 1024;

    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Shared<String> images = new Shared<>();
    private final RandomGenerator random = new SecureRandom();
    private final Sandbox sandbox;
    private final Uploads uploads;
    private final Clock clock;

    Jobs(Sandbox sandbox, Uploads uploads, Clock clock) {
        this.sandbox = sandbox;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * Takes an order. Its photo is fetched here and only here.
     *
     * @param webhook who is to be called when it is over
     * @param cancelAfter its deadline
     */
    Job create(
            String version,
            ObjectNode input,
            @Nullable URI webhook,
            @Nullable Duration cancelAfter) {
        input.put("input_image", images.one(input.path("input_image").asText()));
        OrderForm form = OrderForm.of(input);
        Optional<Bytes> photo = uploads.read(form.image()).filter(Jobs::isPicture);
        Plan plan = Plan.of(sandbox.faults(), photo.isPresent());
        Duration takes = sandbox.pace().pictureTime().multipliedBy(form.count());
        Run run = Run.planned(plan, clock.instant(), takes, cancelAfter);
        Job job =
                new Job(newId(), version, input, form, photo.orElse(null), webhook, run, List.of());
        sandbox.invoice().accept(job.id(), attempts(form, webhook));
        jobs.put(job.id(), job);
        return settled(job);
    }

    private static boolean isPicture(Bytes photo) {
        return ImageType.sniff(photo.array()).isPresent();
    }

    private static Set<AttemptId> attempts(OrderForm form, @Nullable URI webhook) {
        String photo = form.image().startsWith("data:") ? "" : form.image();
        return AttemptId.mentionedIn(photo + " " + webhook);
    }

    /** The prediction of that id as it stands now, or empty when there is none. */
    Optional<Job> find(String id) {
        return Optional.ofNullable(jobs.get(id)).map(this::settled);
    }

    /** Stops it, unless it is over already; empty when there is none. */
    Optional<Job> cancel(String id) {
        Instant now = clock.instant();
        jobs.computeIfPresent(id, (_, job) -> job.with(job.run().canceled(now)));
        return find(id);
    }

    /** All of them, in no particular order. */
    Collection<Job> all() {
        return jobs.values().stream().map(this::settled).toList();
    }

    /** Whether its data has gone. */
    boolean dataRemoved(Job job) {
        Instant now = clock.instant();
        boolean planned = job.run().plan() == Plan.SUCCEEDS_WITHOUT_DATA;
        boolean old = !job.run().createdAt().plus(sandbox.pace().linkLife()).isAfter(now);
        return job.run().state(now).isFinal() && (planned || old);
    }

    /** Publishes and bills the pictures the first time anybody sees that it has succeeded. */
    private Job settled(Job job) {
        if (job.run().state(clock.instant()) != State.SUCCEEDED || !job.output().isEmpty()) {
            return job;
        }
        Job published =
                jobs.computeIfPresent(
                        job.id(), (_, now) -> now.output().isEmpty() ? now.with(links(now)) : now);
        sandbox.invoice()
                .charge(
                        job.id(),
                        job.pictures(),
                        PICTURE_PRICE.multiply(BigDecimal.valueOf(job.pictures())));
        return published == null ? job : published;
    }

    private List<URI> links(Job job) {
        long seed = job.form().randomize() ? random.nextLong() : job.form().image().hashCode();
        List<URI> links = new ArrayList<>();
        for (int i = 1; i <= job.pictures(); i++) {
            int number = i;
            links.add(sandbox.links().publish(job.form().type(), () -> painted(job, number, seed)));
        }
        return links;
    }

    private Bytes painted(Job job, int number, long seed) {
        OrderForm form = job.form();
        return SandboxPainter.paint(
                new PictureOrder(
                        Objects.requireNonNull(job.photo()),
                        form.background(),
                        WIDTH,
                        HEIGHT,
                        form.type(),
                        number,
                        job.pictures(),
                        seed,
                        ""));
    }

    private String newId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
