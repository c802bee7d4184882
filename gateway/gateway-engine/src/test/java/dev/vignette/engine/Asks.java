package dev.vignette.engine;

import dev.vignette.engine.intake.TestPictures;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.PhotoSource;
import dev.vignette.money.Money;
import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.Style;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Valid requests, each changed only in what a test is about. Immutable. */
public final class Asks {
    private static final byte[] PHOTO = TestPictures.png(64, 64);

    private final GenerationAsk ask;

    private Asks(GenerationAsk ask) {
        this.ask = ask;
    }

    /** One headshot of one person. */
    public static Asks headshot() {
        return of(Kind.HEADSHOT, PHOTO);
    }

    /** A series of four portraits. */
    public static Asks series() {
        return of(Kind.PORTRAIT_SERIES, PHOTO);
    }

    /** One headshot of somebody else for each number, from 1. */
    public static Asks headshotOf(int person) {
        return of(Kind.HEADSHOT, TestPictures.png(64 + person, 64));
    }

    private static Asks of(Kind kind, byte[] photo) {
        return new Asks(
                new GenerationAsk(
                        kind,
                        new PhotoSource.Inline(photo),
                        null,
                        Style.NONE,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        Map.of(),
                        null));
    }

    /** The request itself. */
    public GenerationAsk ask() {
        return ask;
    }

    /** For so many pictures. */
    public Asks count(int count) {
        return with(count, ask.style(), ask.onMisfit(), ask.providers(), ask.cache());
    }

    /** In that style. */
    public Asks style(Style style) {
        return with(ask.count(), style, ask.onMisfit(), ask.providers(), ask.cache());
    }

    /** With that prompt and nothing else. */
    public Asks prompt(String prompt) {
        return style(new Style(prompt, null, null, null, null, null, null, null, null, null, null));
    }

    /** Under that rule. */
    public Asks onMisfit(OnMisfit rule) {
        return with(ask.count(), ask.style(), rule, ask.providers(), ask.cache());
    }

    /** By these providers only. */
    public Asks providers(String... names) {
        return with(ask.count(), ask.style(), ask.onMisfit(), List.of(names), ask.cache());
    }

    /** With stored pictures treated so. */
    public Asks cache(CacheMode mode) {
        return with(ask.count(), ask.style(), ask.onMisfit(), ask.providers(), mode);
    }

    /** For at most that much. */
    public Asks maxCost(Money most) {
        return new Asks(
                new GenerationAsk(
                        ask.kind(),
                        ask.photo(),
                        ask.count(),
                        ask.style(),
                        ask.onMisfit(),
                        ask.providers(),
                        ask.cache(),
                        ask.priority(),
                        most,
                        ask.deadline(),
                        ask.subject(),
                        ask.labels(),
                        ask.metadata(),
                        ask.idempotencyKey()));
    }

    /** To be bought within that time. */
    public Asks deadline(Duration deadline) {
        return with(deadline, ask.labels(), ask.metadata(), ask.idempotencyKey());
    }

    /** With that idempotency key. */
    public Asks key(String key) {
        return with(ask.deadline(), ask.labels(), ask.metadata(), key);
    }

    /** With these metadata. */
    public Asks metadata(Map<String, String> metadata) {
        return with(ask.deadline(), ask.labels(), metadata, ask.idempotencyKey());
    }

    /** With these labels. */
    public Asks labels(Map<String, String> labels) {
        return with(ask.deadline(), labels, ask.metadata(), ask.idempotencyKey());
    }

    private Asks with(
            @Nullable Integer count,
            Style style,
            @Nullable OnMisfit onMisfit,
            List<String> providers,
            @Nullable CacheMode cache) {
        return new Asks(
                new GenerationAsk(
                        ask.kind(),
                        ask.photo(),
                        count,
                        style,
                        onMisfit,
                        providers,
                        cache,
                        ask.priority(),
                        ask.maxCost(),
                        ask.deadline(),
                        ask.subject(),
                        ask.labels(),
                        ask.metadata(),
                        ask.idempotencyKey()));
    }

    private Asks with(
            @Nullable Duration deadline,
            Map<String, String> labels,
            Map<String, String> metadata,
            @Nullable String key) {
        return new Asks(
                new GenerationAsk(
                        ask.kind(),
                        ask.photo(),
                        ask.count(),
                        ask.style(),
                        ask.onMisfit(),
                        ask.providers(),
                        ask.cache(),
                        ask.priority(),
                        ask.maxCost(),
                        deadline,
                        "person-7",
                        labels,
                        metadata,
                        key));
    }
}
