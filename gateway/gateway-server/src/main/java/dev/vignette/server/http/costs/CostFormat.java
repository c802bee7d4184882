package dev.vignette.server.http.costs;

import dev.vignette.server.http.read.QueryParameters;
import java.util.List;

/** How costs are written. */
enum CostFormat {
    /** One JSON object. */
    JSON,
    /** A table, RFC 4180. */
    CSV,
    /** A JSON object on each line. */
    JSONL;

    /** Reads the parameter {@code format} and notes when it is at fault; JSON when it is absent. */
    static CostFormat read(QueryParameters query) {
        return switch (query.word("format", List.of("json", "csv", "jsonl"))) {
            case "csv" -> CSV;
            case "jsonl" -> JSONL;
            case null, default -> JSON;
        };
    }
}
