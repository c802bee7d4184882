package dev.vignette.server.http.kinds;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * A kind of picture on the wire.
 *
 * @param kind its name
 * @param defaultCount how many pictures are made when the caller names no count
 * @param members the members some provider follows, with every value any of them takes
 * @param providers what each provider can do
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Kind", description = "A kind of picture and what the providers can do for it")
record KindView(
        @Schema(example = "headshot") String kind,
        int defaultCount,
        Map<String, RangeView> members,
        List<ProviderKindView> providers) {}
