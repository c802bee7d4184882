package dev.vignette.storage.rows;

import dev.vignette.generation.Generation;
import dev.vignette.store.GenerationQuery;
import java.util.ArrayList;
import java.util.List;

/** The statement for one page of a list: only the conditions that were asked for. */
final class GenerationPage {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private GenerationPage() {}

    static GenerationPage of(GenerationQuery query) {
        GenerationPage page = new GenerationPage();
        page.where("client = ?", query.client());
        if (query.status() != null) {
            page.status(query.status());
        }
        if (query.kind() != null) {
            page.where("kind = ?", query.kind().wireName());
        }
        if (query.provider() != null) {
            page.where(
                    """
                    EXISTS (SELECT 1 FROM attempts
                        WHERE production_id = generations.production_id AND provider = ?)
                    """,
                    query.provider());
        }
        if (query.subject() != null) {
            page.where("subject = ?", query.subject());
        }
        if (query.after() != null) {
            page.where(
                    """
                    (created_at, id) < (SELECT last.created_at, last.id
                        FROM generations last WHERE last.id = ?)
                    """,
                    query.after().value());
        }
        page.values.add(query.limit());
        return page;
    }

    List<Generation> read(Session session) {
        return session.list(
                "SELECT * FROM generations WHERE "
                        + String.join(" AND ", conditions)
                        + " ORDER BY created_at DESC, id DESC LIMIT ?",
                GenerationRows::read,
                values.toArray());
    }

    /** How far an open one is, its production tells. */
    private void status(String status) {
        switch (status) {
            case "erased" -> conditions.add("erased_at IS NOT NULL");
            case "queued", "running", "storing" ->
                    where(
                            """
                            state = 'open' AND EXISTS (SELECT 1 FROM productions
                                WHERE id = generations.production_id AND stage = ?)
                            """,
                            status);
            default -> where("erased_at IS NULL AND state = ?", status);
        }
    }

    private void where(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }
}
