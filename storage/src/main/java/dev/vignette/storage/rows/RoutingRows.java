package dev.vignette.storage.rows;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.generation.RoutingRecord.Reason;
import dev.vignette.id.ProductionId;
import dev.vignette.store.RoutingRecordStore.Kept;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The table {@code routing_records}. */
final class RoutingRows {
    private static final Names<Reason> REASONS = Names.of(Reason.values(), Reason::wireName);

    private RoutingRows() {}

    /** Adds the record that those attempts follow from. */
    static void add(
            Session session, ProductionId production, List<Attempt> attempts, RoutingRecord why) {
        session.update(
                """
                INSERT INTO routing_records (production_id, first_attempt, attempts, at, reason,
                    provider, pictures, considered)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                production.value(),
                attempts.getFirst().number(),
                attempts.size(),
                Times.number(why.at()),
                why.reason().wireName(),
                why.provider(),
                why.pictures(),
                Json.text(why.considered()));
    }

    /** Those of a production, oldest first. */
    static List<Kept> of(Session session, ProductionId production) {
        return session.list(
                """
                SELECT r.*, (SELECT MAX(departed_at - planned_at) FROM attempts a
                    WHERE a.production_id = r.production_id AND number >= first_attempt
                        AND number < first_attempt + r.attempts) AS waited
                FROM routing_records r WHERE production_id = ? ORDER BY first_attempt
                """,
                RoutingRows::read,
                production.value());
    }

    private static Kept read(Row row) {
        return new Kept(
                new RoutingRecord(
                        row.instant("at"),
                        REASONS.value(row.text("reason")),
                        row.text("provider"),
                        row.count("pictures"),
                        Json.considered(row.text("considered"))),
                Optional.ofNullable(row.numberOrNull("waited")).map(Duration::ofNanos));
    }
}
