package dev.vignette.server.http.kinds;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.provider.Range;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values a member may have, on the wire, in the words of JSON Schema.
 *
 * @param type the JSON type
 * @param minimum the smallest number
 * @param maximum the largest number
 * @param minLength the fewest characters
 * @param maxLength the most characters
 * @param values the words allowed
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Range", description = "The values a member may have, in the words of JSON Schema")
public record RangeView(
        @Schema(
                        type = "string",
                        allowableValues = {"integer", "number", "string", "boolean"})
                String type,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable List<String> values) {

    static RangeView of(Range range) {
        return switch (range) {
            case Range.Whole(long min, long max) ->
                    numbers("integer", BigDecimal.valueOf(min), BigDecimal.valueOf(max));
            case Range.Decimal(var min, var max) -> numbers("number", min, max);
            case Range.OneOf(var words) -> new RangeView("string", null, null, null, null, words);
            case Range.Text(int min, int max) ->
                    new RangeView("string", null, null, min, max, null);
            case Range.Flag() -> new RangeView("boolean", null, null, null, null, null);
        };
    }

    /** Every value that either allows, and those between. */
    RangeView union(RangeView other) {
        return new RangeView(
                type,
                minimum == null || other.minimum == null ? minimum : minimum.min(other.minimum),
                maximum == null || other.maximum == null ? maximum : maximum.max(other.maximum),
                minLength == null || other.minLength == null
                        ? minLength
                        : Integer.valueOf(Math.min(minLength, other.minLength)),
                maxLength == null || other.maxLength == null
                        ? maxLength
                        : Integer.valueOf(Math.max(maxLength, other.maxLength)),
                values == null || other.values == null
                        ? values
                        : Stream.concat(values.stream(), other.values.stream())
                                .distinct()
                                .toList());
    }

    private static RangeView numbers(String type, BigDecimal min, BigDecimal max) {
        return new RangeView(type, min, max, null, null, null);
    }
}
