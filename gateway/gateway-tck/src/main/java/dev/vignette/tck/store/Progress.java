package dev.vignette.tck.store;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Avoided;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Orphan;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import dev.vignette.id.ErasureId;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.PriceUnit;
import dev.vignette.objects.ObjectKey;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.Fit;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Member;
import dev.vignette.provider.Asset;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.Erasure;
import dev.vignette.store.Finish;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.Proposal;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** Valid things that happen to a purchase after it was accepted. */
public final class Progress {

    /** When attempts are sent. */
    public static final Instant SENT = Purchase.AT.plusSeconds(1);

    /** When attempts end and are charged. */
    public static final Instant ENDED = Purchase.AT.plusSeconds(31);

    /** When pictures are stored. */
    public static final Instant STORED = Purchase.AT.plusSeconds(32);

    /** When productions are finished. */
    public static final Instant FINISHED = Purchase.AT.plusSeconds(33);

    /** What most charges are in. */
    public static final Currency USD = Currency.getInstance("USD");

    /** What buyers pay, and so what those who join do not. */
    public static final Avoided AVOIDED =
            new Avoided("replicate", "flux-kontext-apps/portrait-series", 4, usd("0.16"));

    private static final TaskHandle TASK = new TaskHandle("p7q2", "opaque:p7q2");

    private Progress() {}

    /** That many dollars. */
    public static Money usd(String amount) {
        return Money.of(new BigDecimal(amount), USD);
    }

    /** The attempt with its permit to send used. */
    public static Attempt sending(Attempt attempt) {
        return attempt.in(new AttemptState.Sending(SENT));
    }

    /** The attempt as the provider has it. */
    public static Attempt accepted(Attempt attempt) {
        return attempt.in(new AttemptState.Accepted(SENT, TASK));
    }

    /** The attempt as the provider delivered it. */
    public static Attempt succeeded(Attempt attempt) {
        return attempt.in(new AttemptState.Succeeded(SENT, ENDED, TASK));
    }

    /** What a purchase's attempt cost: two pictures at 0.04 dollars. */
    public static Charge charge(Proposal.Buy buy, Attempt attempt) {
        return charge(buy, attempt, new Cost(usd("0.08"), Certainty.PRICE_BOOK), ENDED);
    }

    /** What a purchase's attempt cost, and when. */
    public static Charge charge(Proposal.Buy buy, Attempt attempt, Cost cost, Instant at) {
        Work work =
                new Work(
                        attempt.provider(),
                        attempt.adapter(),
                        attempt.model(),
                        attempt.modelVersion(),
                        "job-" + attempt.id().value(),
                        buy.generation().id(),
                        attempt.id(),
                        attempt.number(),
                        buy.generation().client(),
                        buy.generation().request().portrait().kind(),
                        2,
                        1_048_576L,
                        2,
                        new BigDecimal("12.50"),
                        Duration.ofMillis(31_250),
                        attempt.state().wireName(),
                        buy.production().labels(),
                        true);
        Billing billing =
                new Billing(
                        cost,
                        new BigDecimal("2"),
                        PriceUnit.IMAGE,
                        new BigDecimal("0.0400"),
                        new BigDecimal("0.05"),
                        "replicate/*/image/0.04USD/2026-01-01");
        return new Charge(Purchase.id("chg_"), at, work, billing);
    }

    /** A job that was found and that no attempt of a purchase had, as an attempt of that number. */
    public static Attempt found(Proposal.Buy buy, int number) {
        return found(buy, number, "found");
    }

    /** As above, with the id of the job. */
    static Attempt found(Proposal.Buy buy, int number, String task) {
        return Purchase.attempt(buy.production().id(), number)
                .again(
                        new AttemptId(Purchase.id(AttemptId.PREFIX)),
                        number,
                        new AttemptState.Accepted(SENT, new TaskHandle(task, "opaque:" + task)));
    }

    /** What a job cost that no production is known for: two pictures. */
    public static Charge charge(Orphan orphan) {
        Work work =
                new Work(
                        orphan.provider(),
                        "replicate",
                        "unknown",
                        null,
                        orphan.task().providerId(),
                        null,
                        orphan.attempt(),
                        1,
                        "unknown",
                        null,
                        2,
                        null,
                        2,
                        null,
                        null,
                        "succeeded",
                        Map.of(),
                        true);
        Cost cost = new Cost(usd("0.08"), Certainty.PRICE_BOOK);
        return new Charge(Purchase.id("chg_"), ENDED, work, Billing.of(cost));
    }

    /** The two pictures an attempt is owed. */
    public static List<Picture> pictures(Attempt attempt) {
        return List.of(
                picture(attempt, attempt.firstPicture()),
                picture(attempt, attempt.firstPicture() + 1));
    }

    /** The picture in our store. */
    public static Picture stored(Picture picture) {
        ContentHash hash = ContentHash.of(new byte[] {(byte) picture.index()});
        return picture.in(
                new PictureState.Stored(STORED, ImageType.PNG, 1024, 768, 1_483_920, hash));
    }

    /** How a production ends that delivered, is kept for later and saved those who joined money. */
    public static Finish succeeded(Production seen) {
        return finish(seen, FINISHED, new GenerationState.Succeeded(FINISHED), true);
    }

    /** How a production ends as it stands. */
    public static Finish finish(
            Production seen, Instant at, GenerationState outcome, boolean remembered) {
        return new Finish(
                seen.id(),
                seen.changes(),
                at,
                outcome,
                List.of(new Fit(Member.WIDTH, Fit.Outcome.CHANGED_BY_PROVIDER, "it is 512 wide")),
                remembered,
                AVOIDED);
    }

    /**
     * Ends a production as it is now, as if it had delivered; returns the generations that ended.
     */
    public static List<Generation> finish(ProductionStore productions, ProductionId id) {
        Production seen = productions.find(id).orElseThrow();
        return productions.finish(succeeded(seen)).orElseThrow();
    }

    /**
     * Ends a production, and before that whatever of it is under way; nothing is left to do then.
     */
    public static void rest(ProductionStore productions, ProductionId id) {
        for (Attempt attempt : productions.find(id).orElseThrow().attempts()) {
            if (attempt.underWay()) {
                ProviderFailure calledOff = ProviderFailure.of(FailureKind.CANCELED, "called off");
                productions.advance(attempt.in(new AttemptState.NotSent(ENDED, calledOff)));
            }
        }
        finish(productions, id);
    }

    /** Sends every attempt of an accepted purchase and brings all its pictures, not stored yet. */
    public static void deliver(ProductionStore productions, Proposal.Buy buy) {
        for (Attempt attempt : buy.production().attempts()) {
            Attempt sending = sending(attempt);
            productions.advance(sending);
            Attempt succeeded = succeeded(sending);
            productions.conclude(succeeded, charge(buy, succeeded), pictures(succeeded));
        }
    }

    /** Takes an accepted purchase all the way: everything stored, remembered and done then. */
    public static void complete(ProductionStore productions, Proposal.Buy buy, Instant at) {
        deliver(productions, buy);
        Production production = productions.find(buy.production().id()).orElseThrow();
        production.pictures().forEach(picture -> productions.settle(stored(picture)));
        productions.finish(finish(production, at, new GenerationState.Succeeded(at), true));
    }

    /** Somebody wants a generation's contents deleted, which are in one place. */
    public static Erasure erasure(Generation generation) {
        return new Erasure(
                new ErasureId(Purchase.id(ErasureId.PREFIX)),
                generation.client(),
                generation.id(),
                FINISHED,
                Map.of("store", false),
                null);
    }

    private static Picture picture(Attempt attempt, int index) {
        return new Picture(
                attempt.production(),
                index,
                attempt.id(),
                attempt.provider(),
                new ObjectKey("pictures/" + attempt.production() + "/" + index),
                4_000_000_000L + index,
                new PictureState.Awaited(
                        new Asset.Linked(
                                URI.create("https://outputs.example/" + index + "?signature=abc"),
                                List.of(URI.create("https://mirror.example/" + index)),
                                ENDED.plus(Duration.ofHours(1)),
                                4_000_000_000L + index)));
    }
}
