package dev.vignette.storage.rows;

import dev.vignette.id.GenerationId;
import dev.vignette.portrait.ContentHash;
import dev.vignette.store.GenerationStore.Claimed;
import dev.vignette.store.IdempotencyClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The table {@code idempotency_keys}. One that has expired counts as none, deleted or not. */
final class IdempotencyRows {
    private static final Duration LIFE = Duration.ofDays(7);

    private IdempotencyRows() {}

    static Optional<Claimed> find(Session session, String client, String key, Instant now) {
        return session.first(
                "SELECT * FROM idempotency_keys WHERE client = ? AND claim = ? AND used_at > ?",
                IdempotencyRows::read,
                client,
                key,
                Times.number(now.minus(LIFE)));
    }

    /** Writes a key that is not in use, over an expired one if need be. */
    static void add(
            Session session,
            String client,
            IdempotencyClaim claim,
            GenerationId generation,
            Instant now) {
        session.update(
                """
                INSERT INTO idempotency_keys (client, claim, content, generation_id, used_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (client, claim) DO UPDATE SET content = excluded.content,
                    generation_id = excluded.generation_id, used_at = excluded.used_at
                """,
                client,
                claim.key(),
                claim.content().hex(),
                generation.value(),
                Times.number(now));
    }

    /** Deletes those first used before that moment. */
    static void delete(Session session, Instant usedBefore) {
        session.update("DELETE FROM idempotency_keys WHERE used_at < ?", Times.number(usedBefore));
    }

    private static Claimed read(Row row) {
        return new Claimed(
                new IdempotencyClaim(row.text("claim"), new ContentHash(row.text("content"))),
                new GenerationId(row.text("generation_id")));
    }
}
