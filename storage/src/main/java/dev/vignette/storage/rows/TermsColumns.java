package dev.vignette.storage.rows;

import dev.vignette.generation.Priority;
import dev.vignette.generation.Terms;

/** The terms in a row of a generation or a production. */
final class TermsColumns {
    private static final Names<Priority> PRIORITIES =
            Names.of(Priority.values(), Priority::wireName);

    private TermsColumns() {}

    static Terms read(Row row) {
        return new Terms(
                PRIORITIES.value(row.text("priority")),
                Amounts.of(row, "max_cost_micros", "max_cost_currency"));
    }
}
