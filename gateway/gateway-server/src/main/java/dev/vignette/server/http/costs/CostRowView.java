package dev.vignette.server.http.costs;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.money.Money;
import dev.vignette.store.CostRow;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cost report on the wire.
 *
 * @param group the grouped columns, each a member of its own
 * @param currency the ISO code; {@code null} when no amount is known
 * @param generations how many generations
 * @param attempts how many charges
 * @param images how many pictures
 * @param amount the sum; {@code null} when no amount is known
 * @param avoided what stored pictures saved; {@code null} when it is unknown
 * @param unpriced how many charges have no known amount
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "CostRow",
        description = "One line of a cost report; each grouped column is a member of its own")
record CostRowView(
        @JsonAnyGetter @Schema(hidden = true) Map<String, String> group,
        @Schema(nullable = true, example = "USD") @Nullable String currency,
        long generations,
        long attempts,
        long images,
        @Schema(nullable = true, example = "0.96") @Nullable String amount,
        @Schema(nullable = true, example = "0.00") @Nullable String avoided,
        @Schema(description = "charges without a known amount") long unpriced) {

    static CostRowView of(CostRow row) {
        return new CostRowView(
                row.group(),
                row.currency(),
                row.generations(),
                row.attempts(),
                row.images(),
                text(row.amount()),
                text(row.avoided()),
                row.unpriced());
    }

    static @Nullable String text(@Nullable Money money) {
        return money == null ? null : money.text();
    }
}
