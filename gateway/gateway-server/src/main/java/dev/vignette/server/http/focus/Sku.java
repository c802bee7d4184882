package dev.vignette.server.http.focus;

import dev.vignette.ledger.Work;
import dev.vignette.portrait.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is bought (FOCUS 1.2, columns SkuId, SkuMeter and SkuPriceId). By the column SkuPriceId it
 * names no amount, currency or date, so that it stays the same when a price changes; the line of
 * the price list that was used is in a column of our own.
 *
 * @param id the same for the same thing at all accounts
 * @param meter what is metered of it
 */
record Sku(String id, String meter) {

    /** What that work was about. */
    static Sku of(Work work) {
        if (work.attempt() == null) {
            return new Sku(work.adapter() + "/monthly", "Monthly Fee");
        }
        return new Sku(
                String.join("/", work.adapter(), work.model(), name(work.kind())),
                "Generated Images");
    }

    /** Pictures that were there already. */
    static Sku stored(Kind kind) {
        return new Sku("vignette/stored/" + kind.wireName(), "Stored Images");
    }

    /** Its price for one of those units. */
    String price(String unit) {
        return id + "/" + unit.toLowerCase(Locale.ROOT);
    }

    private static String name(@Nullable Kind kind) {
        return kind == null ? "any" : kind.wireName();
    }
}
