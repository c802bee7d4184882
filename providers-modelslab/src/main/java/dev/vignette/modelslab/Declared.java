package dev.vignette.modelslab;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Order;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Range;
import dev.vignette.provider.Support;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What {@code flux_headshot} can do. Ranges: documentation, "flux_headshot", parameters. */
final class Declared {
    static final String MODEL = "flux_headshot";

    /**
     * Documented for the vendor's own upload helper; nothing larger is known to be taken inline.
     */
    private static final long LARGEST_INLINE = 5_000_000;

    private static final int SMALLEST_SIDE = 256;

    private Declared() {}

    static Capabilities of(Kind kind, ModelsLabApi api) {
        return new Capabilities(
                kind, MODEL, null, members(api), 1, LARGEST_INLINE, false, Pictures.LIFE);
    }

    /**
     * Sizes are sent as asked. Other models of the vendor want multiples of eight; for this one
     * nothing is said, and rounding here would hide a change that the measured picture shows.
     */
    private static Map<Member, Support> members(ModelsLabApi api) {
        Support side = honoured(new Range.Whole(SMALLEST_SIDE, api.largestSide()));
        return Map.ofEntries(
                Map.entry(Member.PROMPT, honoured(new Range.Text(1, 2000))),
                Map.entry(Member.NEGATIVE_PROMPT, honoured(new Range.Text(0, 2000))),
                Map.entry(Member.COUNT, honoured(new Range.Whole(1, 13))),
                Map.entry(Member.BACKGROUND, background()),
                Map.entry(
                        Member.RANDOMIZE,
                        new Support.Adapted(
                                new Range.Flag(), "each picture is made with a seed of its own")),
                Map.entry(
                        Member.SAFETY_TOLERANCE,
                        new Support.Unable("modelslab flux_headshot takes no safety tolerance")),
                Map.entry(Member.WIDTH, side),
                Map.entry(Member.HEIGHT, side),
                Map.entry(Member.STEPS, honoured(new Range.Whole(1, 26))),
                Map.entry(
                        Member.GUIDANCE,
                        honoured(new Range.Decimal(new BigDecimal("1.0"), new BigDecimal("10.0")))),
                Map.entry(Member.SEED, honoured(new Range.Whole(0, 4_294_967_295L))),
                Map.entry(
                        Member.OUTPUT_FORMAT,
                        new Support.Unable("modelslab flux_headshot chooses the file format")));
    }

    /** Why this order is outside of what is declared, or empty when it is within. */
    static Optional<ProviderFailure> objection(Order order, Capabilities can) {
        if (order.count() > can.picturesPerOrder()) {
            return refusal(FailureKind.UNSUPPORTED, "an order at modelslab is for one picture");
        }
        if (order.photo().link().isEmpty()
                && order.photo().facts().bytes() > can.inlinePhotoBytes()) {
            return refusal(
                    FailureKind.UNSUPPORTED, "the photo is too large to send to modelslab inline");
        }
        return order.style().values().entrySet().stream()
                .flatMap(entry -> objection(entry.getKey(), entry.getValue(), can).stream())
                .findFirst();
    }

    private static Optional<ProviderFailure> objection(
            Member member, Object value, Capabilities can) {
        return switch (can.support(member)) {
            case Support.Unable(String reason) -> refusal(FailureKind.UNSUPPORTED, reason);
            case Support.Honoured(Range range) -> objection(member, value, range);
            case Support.Adapted(Range range, _) -> objection(member, value, range);
        };
    }

    private static Optional<ProviderFailure> objection(Member member, Object value, Range range) {
        return range.accepts(value)
                ? Optional.empty()
                : refusal(
                        FailureKind.INVALID_INPUT,
                        member.wireName() + " is out of the range modelslab takes");
    }

    private static Optional<ProviderFailure> refusal(FailureKind kind, String sentence) {
        return Optional.of(ProviderFailure.of(kind, sentence));
    }

    private static Support background() {
        Range every =
                new Range.OneOf(
                        Arrays.stream(Background.values()).map(Background::wireName).toList());
        return new Support.Adapted(
                every, "written into the prompt, where its 2000 characters leave room");
    }

    private static Support honoured(Range range) {
        return new Support.Honoured(range);
    }
}
