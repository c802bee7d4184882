package dev.vignette.tck.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Mandate;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Priority;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.generation.RoutingRecord.Considered;
import dev.vignette.generation.Stage;
import dev.vignette.generation.Terms;
import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.objects.ObjectKey;
import dev.vignette.portrait.Background;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.Fit;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.OutputFormat;
import dev.vignette.portrait.Photo;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.portrait.Style;
import dev.vignette.store.IdempotencyClaim;
import dev.vignette.store.Proposal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A valid purchase to propose, changed only in what a test is about. Two with the same client,
 * photo and kind are identical requests.
 *
 * @param client who asks
 * @param kind the kind asked for
 * @param photo any text that stands for the photo
 * @param attempts how many attempts it begins with
 * @param joins whether it may join, and be joined
 * @param remember whether its pictures may serve later requests
 * @param subject the person shown
 * @param labels its labels
 * @param claim its idempotency key
 * @param at when it is made
 */
public record Purchase(
        String client,
        Kind kind,
        String photo,
        int attempts,
        boolean joins,
        boolean remember,
        @Nullable String subject,
        Map<String, String> labels,
        @Nullable IdempotencyClaim claim,
        Instant at) {

    /**
     * When purchases are made unless a test says otherwise. Finer than a millisecond on purpose.
     */
    public static final Instant AT = Instant.parse("2026-11-20T10:00:00.123456789Z");

    /** How long buying may take. */
    private static final Currency USD = Currency.getInstance("USD");

    /** Why a purchase is made where it is, for whoever does not care. */
    public static final RoutingRecord WHY =
            new RoutingRecord(
                    Instant.parse("2026-11-20T10:00:00.123456789Z"),
                    RoutingRecord.Reason.WEIGHT,
                    "replicate",
                    2,
                    List.of(
                            new Considered(
                                    "replicate",
                                    "share",
                                    90,
                                    null,
                                    "closed",
                                    3,
                                    new Cost(new Money(80_000, USD), Certainty.ESTIMATED),
                                    true),
                            new Considered(
                                    "modelslab",
                                    "canary",
                                    10,
                                    "not here",
                                    "",
                                    0,
                                    Cost.UNPRICED,
                                    false)));

    private static final Terms TERMS = new Terms(Priority.BATCH, new Money(2_500_000, USD));

    public static final Duration DEADLINE = Duration.ofMinutes(10);

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** Two attempts for a portrait series, nothing shared with anybody. */
    public static Purchase valid() {
        return new Purchase(
                "shop",
                Kind.PORTRAIT_SERIES,
                "photo " + NUMBERS.incrementAndGet(),
                2,
                true,
                false,
                "person-7",
                Map.of("cost_center", "web-42"),
                null,
                AT);
    }

    /** A new id with that prefix; later ones sort after earlier ones. */
    public static String id(String prefix) {
        return prefix + "%012d".formatted(NUMBERS.incrementAndGet());
    }

    /** The proposal, with ids of its own each time. */
    public Proposal.Buy proposal() {
        GenerationId generation = new GenerationId(id(GenerationId.PREFIX));
        ProductionId production = new ProductionId(id(ProductionId.PREFIX));
        return new Proposal.Buy(
                generation(generation, production),
                production(generation, production),
                WHY,
                List.of(),
                joins,
                claim);
    }

    /** What is asked for. */
    public PortraitRequest portrait() {
        Style style =
                new Style(
                        "a teacher in a library",
                        "hats",
                        Background.GREEN_SCREEN,
                        true,
                        1,
                        1024,
                        768,
                        20,
                        new BigDecimal("7.50"),
                        4_294_967_295L,
                        OutputFormat.JPEG);
        return new PortraitRequest(
                kind,
                new Photo(hash(photo), ImageType.PNG, 800, 600, 123_456),
                4,
                style,
                Set.of(Member.PROMPT, Member.SEED, Member.GUIDANCE),
                OnMisfit.DROP,
                List.of("replicate", "modelslab"));
    }

    /** What identical purchases have in common. */
    public CacheKey key() {
        return CacheKey.of(client, portrait());
    }

    /** For somebody else. */
    public Purchase of(String other) {
        return new Purchase(
                other, kind, photo, attempts, joins, remember, subject, labels, claim, at);
    }

    /** Of another kind. */
    public Purchase of(Kind other) {
        return new Purchase(
                client, other, photo, attempts, joins, remember, subject, labels, claim, at);
    }

    /** With that many attempts. */
    public Purchase attempts(int number) {
        return new Purchase(
                client, kind, photo, number, joins, remember, subject, labels, claim, at);
    }

    /** Neither joins nor can be joined. */
    public Purchase alone() {
        return new Purchase(
                client, kind, photo, attempts, false, remember, subject, labels, claim, at);
    }

    /** Whose pictures may serve later requests. */
    public Purchase remembered() {
        return new Purchase(client, kind, photo, attempts, joins, true, subject, labels, claim, at);
    }

    /** Showing somebody else. */
    public Purchase showing(String person) {
        return new Purchase(
                client, kind, photo, attempts, joins, remember, person, labels, claim, at);
    }

    /** With other labels. */
    public Purchase labelled(Map<String, String> others) {
        return new Purchase(
                client, kind, photo, attempts, joins, remember, subject, others, claim, at);
    }

    /** With an idempotency key and content that stands for what was asked with it. */
    public Purchase claiming(String key, String content) {
        IdempotencyClaim other = new IdempotencyClaim(key, hash(content));
        return new Purchase(
                client, kind, photo, attempts, joins, remember, subject, labels, other, at);
    }

    /** Made at another time. */
    public Purchase at(Instant other) {
        return new Purchase(
                client, kind, photo, attempts, joins, remember, subject, labels, claim, other);
    }

    private Generation generation(GenerationId id, ProductionId production) {
        return new Generation(
                id,
                client,
                new GenerationRequest(
                        portrait(),
                        CacheMode.USE,
                        TERMS,
                        DEADLINE,
                        subject,
                        labels,
                        Map.of("order", "4711")),
                new Origin.Bought(),
                production,
                at,
                at.plus(DEADLINE),
                new GenerationState.Open(),
                null);
    }

    private Production production(GenerationId source, ProductionId id) {
        return new Production(
                id,
                key(),
                client,
                source,
                portrait(),
                TERMS,
                labels,
                new ObjectKey("photos/" + id),
                at,
                at.plus(DEADLINE),
                remember,
                Stage.QUEUED,
                IntStream.rangeClosed(1, attempts).mapToObj(number -> attempt(id, number)).toList(),
                List.of(),
                List.of(),
                null);
    }

    /** An attempt that is preparing, to bring two pictures, which may cost 0.08 dollars. */
    public static Attempt attempt(ProductionId production, int number) {
        return attempt(production, number, new Money(80_000, USD));
    }

    /** As above, which may cost that much. */
    public static Attempt attempt(ProductionId production, int number, @Nullable Money atRisk) {
        return new Attempt(
                new AttemptId(id(AttemptId.PREFIX)),
                production,
                number,
                "replicate",
                "replicate",
                "flux-kontext-apps/portrait-series",
                number == 1 ? "a7cb" : null,
                (number - 1) * 2,
                2,
                List.of(new Fit(Member.PROMPT, Fit.Outcome.DROPPED, "it takes no prompt")),
                1,
                Mandate.ASKED,
                atRisk,
                new AttemptState.Preparing(),
                null,
                0);
    }

    private static ContentHash hash(String content) {
        return ContentHash.of(content.getBytes(UTF_8));
    }
}
