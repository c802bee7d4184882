package dev.vignette.engine;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.portrait.OutputFormat;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.Range;
import dev.vignette.provider.Support;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** What a scripted provider can do, changed only in what a test is about. Immutable. */
public final class Abilities {
    private static final Range TEXT = new Range.Text(1, 2000);

    private final Map<Member, Support> members;
    private final int picturesPerOrder;
    private final long inlinePhotoBytes;
    private final String version;

    private Abilities(
            Map<Member, Support> members,
            int picturesPerOrder,
            long inlinePhotoBytes,
            String version) {
        this.members = Map.copyOf(members);
        this.picturesPerOrder = picturesPerOrder;
        this.inlinePhotoBytes = inlinePhotoBytes;
        this.version = version;
    }

    /** Every member as asked, 13 pictures an order, photos of any size. */
    public static Abilities everything() {
        Map<Member, Support> members = new EnumMap<>(Member.class);
        for (Member member : Member.values()) {
            members.put(member, new Support.Honoured(range(member)));
        }
        return new Abilities(members, 13, Long.MAX_VALUE, "v1");
    }

    private static Range range(Member member) {
        return switch (member) {
            case PROMPT, NEGATIVE_PROMPT -> TEXT;
            case BACKGROUND -> words(Background.values(), Background::wireName);
            case OUTPUT_FORMAT -> words(OutputFormat.values(), OutputFormat::wireName);
            case RANDOMIZE -> new Range.Flag();
            case GUIDANCE -> new Range.Decimal(BigDecimal.ONE, BigDecimal.TEN);
            case COUNT, SAFETY_TOLERANCE, WIDTH, HEIGHT, STEPS, SEED ->
                    new Range.Whole(0, Long.MAX_VALUE);
        };
    }

    private static <T> Range words(T[] values, Function<T, String> wireName) {
        return new Range.OneOf(Arrays.stream(values).map(wireName).toList());
    }

    /** Follows that member by other means. */
    public Abilities adapts(Member member) {
        return with(member, new Support.Adapted(range(member), "by other means"));
    }

    /** Cannot follow that member. */
    public Abilities ignores(Member member) {
        return with(member, new Support.Unable("not here"));
    }

    /** Follows that member within a range. */
    public Abilities honours(Member member, Range range) {
        return with(member, new Support.Honoured(range));
    }

    /** Makes so many pictures an order. */
    public Abilities perOrder(int pictures) {
        return new Abilities(members, pictures, inlinePhotoBytes, version);
    }

    /** Takes photos up to that size. */
    public Abilities photosUpTo(long bytes) {
        return new Abilities(members, picturesPerOrder, bytes, version);
    }

    /** Runs another version of the model. */
    public Abilities version(String other) {
        return new Abilities(members, picturesPerOrder, inlinePhotoBytes, other);
    }

    Capabilities of(Kind kind) {
        return new Capabilities(
                kind,
                "scripted/" + kind.wireName(),
                version,
                members,
                picturesPerOrder,
                inlinePhotoBytes,
                false,
                Duration.ofHours(1));
    }

    private Abilities with(Member member, Support support) {
        Map<Member, Support> changed = new EnumMap<>(members);
        changed.put(member, support);
        return new Abilities(changed, picturesPerOrder, inlinePhotoBytes, version);
    }
}
