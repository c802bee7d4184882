package dev.vignette.engine.work;

import dev.vignette.engine.price.Charges;
import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.ledger.Charge;
import dev.vignette.provider.Asset;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.ProductionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends attempts: their charge and the pictures they are owed are written with their end. */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final ProductionStore store;
    private final ErasureStore erasures;
    private final InlinePictures inline;
    private final Charges charges;
    private final Ids ids;
    private final Surroundings around;

    Settlement(
            ProductionStore store,
            ErasureStore erasures,
            InlinePictures inline,
            Ids ids,
            Surroundings around) {
        this.store = store;
        this.erasures = erasures;
        this.inline = inline;
        this.charges = new Charges(ids, around);
        this.ids = ids;
        this.around = around;
    }

    /** The provider delivered. */
    void delivered(
            ProductionRun run,
            Attempt attempt,
            Instant startedAt,
            TaskHandle task,
            Delivery delivery) {
        String version = delivery.modelVersion();
        List<Picture> pictures = pictures(run.production(), attempt, delivery);
        end(
                run,
                version == null ? attempt : attempt.madeBy(version),
                new AttemptState.Succeeded(startedAt, around.now(), task),
                delivery.assets().size(),
                delivery.usage(),
                pictures);
    }

    /** The job is over without pictures. */
    void failed(
            ProductionRun run,
            Attempt attempt,
            Instant startedAt,
            TaskHandle task,
            ProviderFailure failure,
            Usage usage) {
        Instant now = around.now();
        AttemptState.Ended state =
                switch (failure.kind()) {
                    case CANCELED, DEADLINE ->
                            new AttemptState.Canceled(startedAt, now, task, failure);
                    case INVALID_INPUT,
                            UNSUPPORTED,
                            CONTENT_REFUSED,
                            CREDENTIALS,
                            OUT_OF_CREDIT,
                            THROTTLED,
                            UNAVAILABLE,
                            FAILED,
                            LOST,
                            MALFORMED_ANSWER ->
                            new AttemptState.Failed(startedAt, now, task, failure);
                };
        end(run, attempt, state, 0, usage, List.of());
    }

    /** The order was refused: nothing is owed. */
    void refused(ProductionRun run, Attempt attempt, Instant startedAt, ProviderFailure failure) {
        AttemptState.Ended state = new AttemptState.Refused(startedAt, around.now(), failure);
        end(run, attempt, state, 0, Usage.NOTHING, List.of());
    }

    /** Nothing was sent: nothing is owed. */
    void notSent(ProductionRun run, Attempt attempt, ProviderFailure failure) {
        AttemptState.Ended state = new AttemptState.NotSent(around.now(), failure);
        end(run, attempt, state, 0, Usage.NOTHING, List.of());
    }

    private void end(
            ProductionRun run,
            Attempt attempt,
            AttemptState.Ended state,
            int images,
            Usage usage,
            List<Picture> pictures) {
        Attempt ended = attempt.in(state);
        Charge charge = charges.of(run.production(), ended, state, images, usage);
        around.pass(Failpoint.C9);
        if (!store.conclude(ended, charge, pictures)) {
            throw new LostRace(attempt.id());
        }
        around.pass(Failpoint.C10);
        Attempt charged = ended.charged(charge);
        pictures.forEach(run::moved);
        run.moved(charged);
        around.observations().attemptEnded(charged);
        LOG.info(
                "{}: attempt {} at {} ended {}{}; pictures: {}, cost: {}",
                run.production().source(),
                attempt.number(),
                attempt.provider(),
                state.wireName(),
                because(state),
                images,
                charge.cost().amount().map(money -> money.text()).orElse("unknown"));
    }

    /** What was delivered beyond what was ordered has no place and is only counted. */
    private List<Picture> pictures(Production production, Attempt attempt, Delivery delivery) {
        if (erasures.forsaken(production.id())) {
            LOG.info("{}: erased, its pictures are not kept", production.source());
            return List.of();
        }
        List<Asset> assets = delivery.assets();
        int kept = Math.min(assets.size(), attempt.pictures());
        if (kept < assets.size()) {
            LOG.warn(
                    "{}: {} delivered {} pictures where {} were ordered; the rest is not kept",
                    production.source(),
                    attempt.provider(),
                    assets.size(),
                    attempt.pictures());
        }
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < kept; i++) {
            int place = attempt.firstPicture() + i;
            if (production.isFree(place)) {
                pictures.add(picture(production, attempt, place, assets.get(i)));
            } else {
                LOG.warn(
                        "{}: picture {} came a second time, from {}; the first one is kept",
                        production.source(),
                        place,
                        attempt.provider());
            }
        }
        return pictures;
    }

    private Picture picture(Production production, Attempt attempt, int index, Asset asset) {
        PictureState awaited =
                new PictureState.Awaited(
                        switch (asset) {
                            case Asset.Linked linked -> linked;
                            case Asset.Inline _ -> null;
                        });
        Picture picture =
                new Picture(
                        production.id(),
                        index,
                        attempt.id(),
                        attempt.provider(),
                        ids.picture(production.id()),
                        asset.seed(),
                        awaited);
        if (asset instanceof Asset.Inline(String base64, Long _)) {
            inline.keep(picture, base64);
        }
        return picture;
    }

    private static String because(AttemptState.Ended state) {
        return Failures.of(state)
                .map(failure -> " (" + failure.kind().wireName() + ": " + failure.detail() + ")")
                .orElse("");
    }
}
