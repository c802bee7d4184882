package dev.vignette.money;

import static java.util.Comparator.comparing;

import dev.vignette.portrait.Kind;
import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a line of the price list is for.
 *
 * @param kind the kind; {@code null} for every kind
 * @param upToMegapixels the largest picture in millions of pixels, above zero; {@code null} for
 *     every size, also where none is asked
 * @param outcome how the attempt ends; {@code null} for every end
 */
public record PriceScope(
        @Nullable Kind kind, @Nullable BigDecimal upToMegapixels, @Nullable PricedOutcome outcome) {

    /** Everything. */
    public static final PriceScope ANY = new PriceScope(null, null, null);

    /** The narrower one last: by its outcome, then by its kind, then by its size. */
    static final Comparator<PriceScope> BY_NARROWNESS =
            comparing((PriceScope scope) -> scope.outcome != null)
                    .thenComparing(scope -> scope.kind != null)
                    .thenComparing(
                            PriceScope::upToMegapixels,
                            Comparator.nullsFirst(Comparator.<BigDecimal>reverseOrder()));

    private static final int MEGA = 6;

    /** The same size is always written the same way, so that equal scopes are equal. */
    public PriceScope {
        if (upToMegapixels != null) {
            if (upToMegapixels.signum() <= 0) {
                throw new IllegalArgumentException("a size is more than zero");
            }
            upToMegapixels = upToMegapixels.stripTrailingZeros();
        }
    }

    /** Only that kind, of any size and end. */
    public static PriceScope of(@Nullable Kind kind) {
        return new PriceScope(kind, null, null);
    }

    /**
     * Whether it covers that.
     *
     * @param made the kind; {@code null} when it is not known
     * @param pixels of each picture, as asked; {@code null} when no size was asked
     * @param end how the attempt ended
     */
    public boolean covers(@Nullable Kind made, @Nullable Long pixels, PricedOutcome end) {
        return (kind == null || kind == made) && coversSize(pixels) && coversEnd(end);
    }

    private boolean coversSize(@Nullable Long pixels) {
        return upToMegapixels == null
                || (pixels != null
                        && BigDecimal.valueOf(pixels).compareTo(upToMegapixels.movePointRight(MEGA))
                                <= 0);
    }

    private boolean coversEnd(PricedOutcome end) {
        return outcome == null || outcome == end;
    }

    /** A text that names it, the same for equal ones: the kind or {@code *}, then what else. */
    String text() {
        return (kind == null ? "*" : kind.wireName())
                + (upToMegapixels == null ? "" : "<=" + upToMegapixels.toPlainString() + "MP")
                + (outcome == null ? "" : "=" + outcome.wireName());
    }
}
