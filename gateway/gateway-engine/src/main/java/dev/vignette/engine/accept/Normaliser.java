package dev.vignette.engine.accept;

import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.generation.Priority;
import dev.vignette.generation.Terms;
import dev.vignette.portrait.Background;
import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.Photo;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.portrait.Style;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills in what the caller left open. Pure. */
public final class Normaliser {
    /** How long buying may take when the caller does not say. */
    public static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(10);

    private Normaliser() {}

    /** The request in full. */
    public static GenerationRequest normalise(Client client, GenerationAsk ask, Photo photo) {
        return new GenerationRequest(
                new PortraitRequest(
                        ask.kind(),
                        photo,
                        orElse(ask.count(), ask.kind().defaultCount()),
                        style(ask),
                        asked(ask),
                        orElse(ask.onMisfit(), OnMisfit.ADAPT),
                        providers(client, ask)),
                cache(ask),
                new Terms(orElse(ask.priority(), Priority.LIVE), ask.maxCost()),
                orElse(ask.deadline(), DEFAULT_DEADLINE),
                ask.subject(),
                ask.labels(),
                ask.metadata());
    }

    /** What the caller set himself. A seed or a size is set member by member. */
    private static Set<Member> asked(GenerationAsk ask) {
        Set<Member> asked = EnumSet.noneOf(Member.class);
        asked.addAll(ask.style().values().keySet());
        if (ask.count() != null) {
            asked.add(Member.COUNT);
        }
        return asked;
    }

    private static Style style(GenerationAsk ask) {
        Style style = ask.style();
        boolean series = ask.kind() == Kind.PORTRAIT_SERIES;
        Background background =
                style.background() == null && series ? Background.WHITE : style.background();
        return new Style(
                style.prompt(),
                style.negativePrompt(),
                background,
                orElse(style.randomize(), false),
                style.safetyTolerance(),
                style.width(),
                style.height(),
                style.steps(),
                style.guidance(),
                style.seed(),
                style.outputFormat());
    }

    /** Pictures that should all be different are not wanted from the cache. */
    private static CacheMode cache(GenerationAsk ask) {
        boolean randomize = Boolean.TRUE.equals(ask.style().randomize());
        return orElse(ask.cache(), randomize ? CacheMode.REFRESH : CacheMode.USE);
    }

    /** A client without a list of its own may use all; one with a list keeps within it. */
    private static List<String> providers(Client client, GenerationAsk ask) {
        if (client.providers().isEmpty()) {
            return ask.providers();
        }
        if (ask.providers().isEmpty()) {
            return client.providers().stream().sorted().toList();
        }
        return ask.providers().stream().filter(client.providers()::contains).toList();
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
