package dev.vignette.tck.store;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Avoided;
import dev.vignette.generation.Charge;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
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
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.Finish;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.Proposal;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

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
        return new Charge(
                Purchase.id("chg_"),
                at,
                attempt.provider(),
                attempt.adapter(),
                attempt.model(),
                attempt.modelVersion(),
                TASK.providerId(),
                buy.generation().id(),
                attempt.id(),
                attempt.number(),
                buy.generation().client(),
                buy.generation().request().portrait().kind(),
                2,
                new BigDecimal("12.50"),
                new BigDecimal("2"),
                PriceUnit.IMAGE,
                new BigDecimal("0.0400"),
                cost,
                "replicate/*/image/0.04USD/2026-01-01",
                attempt.state().wireName(),
                buy.production().labels(),
                true);
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
    public static Finish succeeded(ProductionStore productions, ProductionId production) {
        return finish(
                productions, production, FINISHED, new GenerationState.Succeeded(FINISHED), true);
    }

    /** How a production ends as it stands. */
    public static Finish finish(
            ProductionStore productions,
            ProductionId production,
            Instant at,
            GenerationState outcome,
            boolean remembered) {
        return new Finish(
                production,
                productions.find(production).orElseThrow().changes(),
                at,
                outcome,
                List.of(new Fit(Member.WIDTH, Fit.Outcome.CHANGED_BY_PROVIDER, "it is 512 wide")),
                remembered,
                AVOIDED);
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
        Finish done =
                finish(productions, production.id(), at, new GenerationState.Succeeded(at), true);
        productions.finish(done);
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
