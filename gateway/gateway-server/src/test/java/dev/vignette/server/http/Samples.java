package dev.vignette.server.http;

import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.PhotoSource;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Mandate;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Priority;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.generation.Terms;
import dev.vignette.id.AttemptId;
import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectKey;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.Fit;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.Photo;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.Erasure;
import dev.vignette.store.GenerationQuery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Valid things for tests. */
public final class Samples {

    private static final byte[] PNG = {
        (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4, 5
    };

    public static final String DATA_URI =
            "data:image/png;base64," + Base64.getEncoder().encodeToString(PNG);

    private Samples() {}

    /** A PNG as far as anybody here looks. */
    public static byte[] photo() {
        return PNG.clone();
    }

    public static String json(String members) {
        return "{\"kind\":\"headshot\",\"image\":\"" + DATA_URI + "\"" + members + "}";
    }

    public static byte[] picture(int index) {
        return ("picture " + index).getBytes(StandardCharsets.UTF_8);
    }

    static String content(GenerationAsk ask) {
        String photo =
                switch (ask.photo()) {
                    case PhotoSource.Inline(byte[] bytes) -> ContentHash.of(bytes).hex();
                    case PhotoSource.Address(var address) -> address.toString();
                };
        return photo + ask.kind() + ask.count() + ask.style() + ask.labels() + ask.metadata();
    }

    static Generation generation(Client client, GenerationAsk ask, Instant now, int number) {
        byte[] photo = ask.photo() instanceof PhotoSource.Inline(byte[] bytes) ? bytes : PNG;
        int count = ask.count() == null ? ask.kind().defaultCount() : ask.count();
        PortraitRequest portrait =
                new PortraitRequest(
                        ask.kind(),
                        new Photo(ContentHash.of(photo), ImageType.PNG, 64, 64, photo.length),
                        count,
                        ask.style(),
                        Set.copyOf(ask.style().values().keySet()),
                        Objects.requireNonNullElse(ask.onMisfit(), OnMisfit.ADAPT),
                        ask.providers());
        Duration deadline = Objects.requireNonNullElse(ask.deadline(), Duration.ofMinutes(10));
        return new Generation(
                new GenerationId("gen_%04d".formatted(number)),
                client.name(),
                new GenerationRequest(
                        portrait,
                        Objects.requireNonNullElse(ask.cache(), CacheMode.USE),
                        new Terms(
                                Objects.requireNonNullElse(ask.priority(), Priority.LIVE),
                                ask.maxCost()),
                        deadline,
                        ask.subject(),
                        ask.labels(),
                        ask.metadata()),
                new Origin.Bought(),
                new ProductionId("prd_%04d".formatted(number)),
                now,
                now.plus(deadline),
                new GenerationState.Open(),
                null);
    }

    public static Production production(Generation generation, CacheKey key) {
        return new Production(
                generation.production(),
                key,
                generation.client(),
                generation.id(),
                generation.request().portrait(),
                generation.request().terms(),
                generation.request().labels(),
                new ObjectKey("photos/" + generation.production()),
                generation.createdAt(),
                generation.deadline(),
                true,
                Stage.QUEUED,
                List.of(attempt(generation, new AttemptState.Preparing())),
                List.of(),
                List.of(),
                null);
    }

    static Attempt attempt(Generation generation, AttemptState state) {
        return new Attempt(
                new AttemptId("att_" + generation.id()),
                generation.production(),
                1,
                "replicate",
                "replicate",
                "flux-kontext-apps/portrait-series",
                "a7cb",
                0,
                generation.request().portrait().count(),
                List.of(new Fit(Member.PROMPT, Fit.Outcome.DROPPED, "takes no prompt")),
                1,
                Mandate.ASKED,
                null,
                state,
                null,
                0);
    }

    static Snapshot at(Snapshot before, Stage stage) {
        return with(
                before, before.generation().state(), stage, before.production().pictures(), null);
    }

    static Snapshot ended(Snapshot before, GenerationState state, Instant now) {
        List<Picture> pictures =
                state instanceof GenerationState.Erased
                        ? List.of()
                        : before.production().pictures();
        return with(before, state, Stage.DONE, pictures, now);
    }

    static Snapshot succeeded(Snapshot before, InMemoryObjects objects, Instant now) {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < before.generation().request().portrait().count(); i++) {
            byte[] bytes = picture(i);
            ObjectKey key = new ObjectKey("pictures/" + before.production().id() + "/" + i);
            objects.put(key, Content.of(bytes, "image/png"));
            PictureState stored =
                    new PictureState.Stored(
                            now, ImageType.PNG, 64, 64, bytes.length, ContentHash.of(bytes));
            AttemptId attempt = before.production().attempts().getFirst().id();
            pictures.add(
                    new Picture(
                            before.production().id(), i, attempt, "replicate", key, null, stored));
        }
        AttemptState state =
                new AttemptState.Succeeded(
                        before.generation().createdAt(), now, TaskHandle.of("p7q2"));
        Snapshot done = with(before, new GenerationState.Succeeded(now), Stage.DONE, pictures, now);
        Production production = done.production().with(attempt(before.generation(), state));
        Money money = new Money(160_000, Currency.getInstance("USD"));
        return new Snapshot(
                done.generation(), production, new Cost(money, Certainty.PRICE_BOOK), List.of());
    }

    private static Snapshot with(
            Snapshot before,
            GenerationState state,
            Stage stage,
            List<Picture> pictures,
            @Nullable Instant finished) {
        Production p = before.production();
        List<Fit> fit =
                stage == Stage.DONE
                        ? List.of(new Fit(Member.COUNT, Fit.Outcome.SHORTFALL, "one is missing"))
                        : List.of();
        Production production =
                new Production(
                        p.id(),
                        p.key(),
                        p.client(),
                        p.source(),
                        p.request(),
                        p.terms(),
                        p.labels(),
                        p.photo(),
                        p.createdAt(),
                        p.deadline(),
                        p.remembered(),
                        stage,
                        p.attempts(),
                        pictures,
                        fit,
                        finished);
        return new Snapshot(as(before.generation(), state), production, before.cost(), List.of());
    }

    public static Generation as(Generation g, GenerationState state) {
        return new Generation(
                g.id(),
                g.client(),
                g.request(),
                g.origin(),
                g.production(),
                g.createdAt(),
                g.deadline(),
                state,
                g.avoided());
    }

    static boolean matches(Snapshot snapshot, GenerationQuery query) {
        Generation generation = snapshot.generation();
        return generation.client().equals(query.client())
                && (query.kind() == null || query.kind() == generation.request().portrait().kind())
                && (query.subject() == null
                        || query.subject().equals(generation.request().subject()))
                && (query.status() == null
                        || query.status().equals("succeeded")
                                == generation.state() instanceof GenerationState.Succeeded);
    }

    static boolean isAfter(GenerationId id, @Nullable GenerationId last) {
        return last == null || id.value().compareTo(last.value()) < 0;
    }

    static Erasure erasure(Client client, GenerationId id, Instant now) {
        return new Erasure(
                new ErasureId("era_" + id),
                client.name(),
                id,
                now,
                Map.of("database", true, "store", false),
                null);
    }
}
