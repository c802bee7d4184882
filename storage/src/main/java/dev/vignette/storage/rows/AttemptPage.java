package dev.vignette.storage.rows;

import dev.vignette.generation.Attempt;
import dev.vignette.store.AttemptQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The statement for one page of attempts: only the conditions that were asked for. */
final class AttemptPage {
    /** What was never sent comes last. */
    private static final String SENT = "COALESCE(started_at, -1)";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private AttemptPage() {}

    static AttemptPage of(AttemptQuery query) {
        AttemptPage page = new AttemptPage();
        List<String> states = List.copyOf(query.states());
        page.where(
                "state IN (%s)"
                        .formatted(String.join(", ", Collections.nCopies(states.size(), "?"))),
                states.toArray());
        if (query.provider() != null) {
            page.where("provider = ?", query.provider());
        }
        if (query.sentSince() != null) {
            page.where("started_at >= ?", Times.number(query.sentSince()));
        }
        if (query.after() != null) {
            page.where(
                    """
                    (COALESCE(started_at, -1), id) < (SELECT COALESCE(last.started_at, -1), last.id
                        FROM attempts last WHERE last.id = ?)
                    """,
                    query.after().value());
        }
        page.values.add(query.limit());
        return page;
    }

    List<Attempt> read(Session session, Function<Row, Attempt> reading) {
        return session.list(
                "SELECT * FROM attempts WHERE "
                        + String.join(" AND ", conditions)
                        + " ORDER BY %s DESC, id DESC LIMIT ?".formatted(SENT),
                reading,
                values.toArray());
    }

    private void where(String condition, Object... given) {
        conditions.add(condition);
        values.addAll(List.of(given));
    }
}
