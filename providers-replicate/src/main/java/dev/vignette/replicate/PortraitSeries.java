package dev.vignette.replicate;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OutputFormat;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Order;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Range;
import dev.vignette.provider.Support;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The model portrait-series: what it can do, and an order in its words. A headshot is a series of
 * one sort of picture to it; what it cannot do about the description it says.
 *
 * @param settings which model, and which version of it
 */
record PortraitSeries(ReplicateSettings settings) {
    /** All inputs of the model. */
    static final List<String> INPUTS =
            List.of(
                    "input_image",
                    "num_images",
                    "background",
                    "randomize_images",
                    "safety_tolerance",
                    "output_format");

    private static final int MOST_PICTURES = 13;

    /** Fits a data URI of 256,000 characters, the documented advice: Base64 adds a third. */
    static final int INLINE_PHOTO_BYTES = 190_000;

    Capabilities capabilities(Kind kind) {
        return new Capabilities(
                kind,
                settings.modelName(),
                settings.version().orElse(null),
                members(),
                MOST_PICTURES,
                INLINE_PHOTO_BYTES,
                true,
                Endings.OUTPUT_LIFE);
    }

    /** Why this order must not be sent, or empty when it can be. */
    Optional<ProviderFailure> misfit(Order order) {
        Map<Member, Object> values = new EnumMap<>(Member.class);
        values.putAll(order.style().values());
        values.put(Member.COUNT, order.count());
        Capabilities can = capabilities(order.kind());
        return values.entrySet().stream()
                .flatMap(set ->
                        misfit(set.getKey(), can.support(set.getKey()), set.getValue()).stream())
                .findFirst();
    }

    /**
     * The order in the model's words.
     *
     * @param image a link or a data URI
     */
    Map<String, Object> input(Order order, String image) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("input_image", image);
        input.put("num_images", order.count());
        put(
                input,
                "background",
                Optional.ofNullable(order.style().background()).map(PortraitSeries::word));
        put(input, "randomize_images", Optional.ofNullable(order.style().randomize()));
        put(input, "safety_tolerance", Optional.ofNullable(order.style().safetyTolerance()));
        put(
                input,
                "output_format",
                Optional.ofNullable(order.style().outputFormat()).map(PortraitSeries::word));
        return input;
    }

    private static void put(Map<String, Object> input, String name, Optional<?> value) {
        value.ifPresent(present -> input.put(name, present));
    }

    private static String word(Background background) {
        return background.wireName().replace('_', ' ');
    }

    private static String word(OutputFormat format) {
        return format == OutputFormat.JPEG ? "jpg" : format.wireName();
    }

    private static Optional<ProviderFailure> misfit(Member member, Support support, Object value) {
        return switch (support) {
            case Support.Unable unable ->
                    Optional.of(ProviderFailure.of(FailureKind.UNSUPPORTED, unable.reason()));
            case Support.Honoured honoured -> outside(member, honoured.range(), value);
            case Support.Adapted adapted -> outside(member, adapted.range(), value);
        };
    }

    private static Optional<ProviderFailure> outside(Member member, Range range, Object value) {
        return range.accepts(value)
                ? Optional.empty()
                : Optional.of(
                        ProviderFailure.of(
                                FailureKind.UNSUPPORTED,
                                member.wireName() + " is outside what portrait-series takes"));
    }

    private static Map<Member, Support> members() {
        Map<Member, Support> members = new EnumMap<>(Member.class);
        for (Member member : Member.values()) {
            members.put(member, support(member));
        }
        return members;
    }

    private static Support support(Member member) {
        return switch (member) {
            case COUNT -> new Support.Honoured(new Range.Whole(1, MOST_PICTURES));
            case BACKGROUND -> new Support.Honoured(new Range.OneOf(backgrounds()));
            case RANDOMIZE -> new Support.Honoured(new Range.Flag());
            case SAFETY_TOLERANCE -> new Support.Honoured(new Range.Whole(0, 2));
            case OUTPUT_FORMAT -> new Support.Honoured(new Range.OneOf(List.of("png", "jpeg")));
            case PROMPT -> unable("prompt");
            case NEGATIVE_PROMPT -> unable("negative prompt");
            case WIDTH -> unable("width");
            case HEIGHT -> unable("height");
            case STEPS -> unable("number of steps");
            case GUIDANCE -> unable("guidance");
            case SEED -> unable("seed");
        };
    }

    private static Support unable(String what) {
        return new Support.Unable("replicate portrait-series takes no " + what);
    }

    private static List<String> backgrounds() {
        return Arrays.stream(Background.values()).map(Background::wireName).toList();
    }
}
