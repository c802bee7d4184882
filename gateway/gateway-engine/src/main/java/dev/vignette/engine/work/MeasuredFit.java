package dev.vignette.engine.work;

import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.portrait.Fit;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OutputFormat;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.portrait.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what was sent as asked with what the stored pictures measure. */
final class MeasuredFit {
    private MeasuredFit() {}

    /** One entry for each member that a provider took and did not follow. */
    static List<Fit> of(Production production, List<Fit> known) {
        Set<Member> explained = known.stream().map(Fit::member).collect(Collectors.toSet());
        PortraitRequest request = production.request();
        Style style = request.style();
        List<Fit> changed = new ArrayList<>();
        add(changed, Member.WIDTH, style.width(), production, stored -> stored.width());
        add(changed, Member.HEIGHT, style.height(), production, stored -> stored.height());
        OutputFormat format = style.outputFormat();
        add(
                changed,
                Member.OUTPUT_FORMAT,
                format == null ? null : type(format).mediaType(),
                production,
                stored -> stored.type().mediaType());
        changed.removeIf(fit -> explained.contains(fit.member()));
        changed.removeIf(fit -> !request.asked().contains(fit.member()));
        return changed;
    }

    private static void add(
            List<Fit> changed,
            Member member,
            @Nullable Object asked,
            Production production,
            Function<PictureState.Stored, Object> measure) {
        if (asked == null) {
            return;
        }
        production.pictures().stream()
                .map(Picture::state)
                .filter(PictureState.Stored.class::isInstance)
                .map(PictureState.Stored.class::cast)
                .map(measure)
                .filter(measured -> !measured.equals(asked))
                .findFirst()
                .ifPresent(measured ->
                        changed.add(
                                new Fit(
                                        member,
                                        Fit.Outcome.CHANGED_BY_PROVIDER,
                                        "asked " + asked + ", measured " + measured)));
    }

    private static ImageType type(OutputFormat format) {
        return switch (format) {
            case PNG -> ImageType.PNG;
            case JPEG -> ImageType.JPEG;
            case WEBP -> ImageType.WEBP;
        };
    }
}
