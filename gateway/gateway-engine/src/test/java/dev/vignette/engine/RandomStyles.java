package dev.vignette.engine;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.OutputFormat;
import dev.vignette.portrait.Style;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Draws valid styles. */
public final class RandomStyles {
    private RandomStyles() {}

    /** Every member set or not, by chance. */
    public static Style style(Random random) {
        boolean sized = random.nextBoolean();
        return new Style(
                perhaps(random, () -> "prompt " + random.nextInt(9)),
                perhaps(random, () -> "not " + random.nextInt(9)),
                perhaps(random, () -> pick(random, Background.values())),
                perhaps(random, random::nextBoolean),
                perhaps(random, () -> random.nextInt(3)),
                sized ? random.nextInt(256, 2049) : null,
                sized ? random.nextInt(256, 2049) : null,
                perhaps(random, () -> random.nextInt(1, 27)),
                perhaps(random, () -> BigDecimal.valueOf(random.nextInt(100, 1001), 2)),
                perhaps(random, () -> random.nextLong(Style.SEEDS)),
                perhaps(random, () -> pick(random, OutputFormat.values())));
    }

    /** One of them. */
    public static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** It, or nothing. */
    public static <T> @Nullable T perhaps(Random random, Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
