package dev.vignette.portrait;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the picture should look. {@code null} means "not set"; nothing is filled in here.
 *
 * @param prompt what to draw, 1 to 2000 characters
 * @param negativePrompt what to avoid, up to 2000 characters
 * @param background the scene behind the person
 * @param randomize whether every picture should come out different
 * @param safetyTolerance 0 (strictest) to 2; once set it is never dropped
 * @param width in pixels, 256 to 2048; set together with {@code height} or not at all
 * @param height in pixels, 256 to 2048
 * @param steps inference steps, 1 to 26
 * @param guidance how closely the prompt is followed, 1.0 to 10.0
 * @param seed 0 to 4294967295
 * @param outputFormat the wanted file format
 */
public record Style(
        @Nullable String prompt,
        @Nullable String negativePrompt,
        @Nullable Background background,
        @Nullable Boolean randomize,
        @Nullable Integer safetyTolerance,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer steps,
        @Nullable BigDecimal guidance,
        @Nullable Long seed,
        @Nullable OutputFormat outputFormat) {

    /** How many different seeds there are: they wrap around at 2<sup>32</sup>. */
    public static final long SEEDS = 1L << 32;

    /** Nothing set. */
    public static final Style NONE =
            new Style(null, null, null, null, null, null, null, null, null, null, null);

    /**
     * The members that are set with their values as the wire writes them: {@link String}, {@link
     * Boolean}, {@link Integer}, {@link Long} or {@link BigDecimal}. Never holds {@link
     * Member#COUNT}, which belongs to the request.
     */
    public Map<Member, Object> values() {
        Map<Member, Object> values = new EnumMap<>(Member.class);
        put(values, Member.PROMPT, prompt);
        put(values, Member.NEGATIVE_PROMPT, negativePrompt);
        put(values, Member.BACKGROUND, background == null ? null : background.wireName());
        put(values, Member.RANDOMIZE, randomize);
        put(values, Member.SAFETY_TOLERANCE, safetyTolerance);
        put(values, Member.WIDTH, width);
        put(values, Member.HEIGHT, height);
        put(values, Member.STEPS, steps);
        put(values, Member.GUIDANCE, guidance);
        put(values, Member.SEED, seed);
        put(values, Member.OUTPUT_FORMAT, outputFormat == null ? null : outputFormat.wireName());
        return values;
    }

    /** The same style with only the named members left. */
    public Style only(Set<Member> kept) {
        return new Style(
                kept.contains(Member.PROMPT) ? prompt : null,
                kept.contains(Member.NEGATIVE_PROMPT) ? negativePrompt : null,
                kept.contains(Member.BACKGROUND) ? background : null,
                kept.contains(Member.RANDOMIZE) ? randomize : null,
                kept.contains(Member.SAFETY_TOLERANCE) ? safetyTolerance : null,
                kept.contains(Member.WIDTH) ? width : null,
                kept.contains(Member.HEIGHT) ? height : null,
                kept.contains(Member.STEPS) ? steps : null,
                kept.contains(Member.GUIDANCE) ? guidance : null,
                kept.contains(Member.SEED) ? seed : null,
                kept.contains(Member.OUTPUT_FORMAT) ? outputFormat : null);
    }

    /** The size that is asked, width times height; {@code null} when none is. */
    public @Nullable Long pixels() {
        return width == null || height == null ? null : (long) width * height;
    }

    /** The style of picture {@code index}: with a seed, picture i gets seed + i. */
    public Style forPicture(int index) {
        if (seed == null || index == 0) {
            return this;
        }
        return new Style(
                prompt,
                negativePrompt,
                background,
                randomize,
                safetyTolerance,
                width,
                height,
                steps,
                guidance,
                (seed + index) % SEEDS,
                outputFormat);
    }

    private static void put(Map<Member, Object> values, Member member, @Nullable Object value) {
        if (value != null) {
            values.put(member, value);
        }
    }
}
