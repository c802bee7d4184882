package dev.vignette.server.http.costs;

import dev.vignette.store.CostQuery;
import java.util.List;

/**
 * Which costs to report and how.
 *
 * @param query which
 * @param columns what of each row, in this order
 * @param format how it is written
 */
record CostRequest(CostQuery query, List<CostColumn> columns, CostFormat format) {
    CostRequest {
        columns = List.copyOf(columns);
    }
}
