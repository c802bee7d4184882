package dev.vignette.server.http.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ledger on the wire.
 *
 * @param data the lines, in the ledger's order
 * @param nextCursor leads to the next page; {@code null} on the last one
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "CostEntries", description = "A page of the ledger, in its order")
record CostEntriesView(
        List<CostEntryView> data,
        @Schema(nullable = true, description = "leads to the next page")
                @Nullable String nextCursor) {}
