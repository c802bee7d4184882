package dev.vignette.storage.rows;

import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
import dev.vignette.objects.ObjectKey;
import dev.vignette.store.RetentionStore;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been kept long enough, in tables. */
final class SqlRetentionStore implements RetentionStore {
    private static final String AT_REST =
            "SELECT * FROM productions WHERE stage = 'done' AND finished_at < ? AND NOT "
                    + ProductionRows.UNDER_WAY;
    private static final String WITH_PHOTOS =
            AT_REST + " AND photo_stored ORDER BY finished_at LIMIT ?";
    private static final String WITH_PICTURES =
            AT_REST
                    + """
                     AND EXISTS (SELECT 1 FROM pictures
                        WHERE production_id = productions.id AND state = 'stored')
                    ORDER BY finished_at LIMIT ?
                    """;

    private static final int AT_ONCE = 1000;
    private static final String AMONG =
            "SELECT object_key FROM pictures WHERE object_key IN (?"
                    + ", ?".repeat(AT_ONCE - 1)
                    + ")";

    private final Writer writer;
    private final Reader reader;

    SqlRetentionStore(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public List<Production> withPhotos(Instant finishedBefore, int limit) {
        return list(WITH_PHOTOS, finishedBefore, limit);
    }

    @Override
    public void photoDeleted(ProductionId id) {
        writer.write(session ->
                session.update(
                        "UPDATE productions SET photo_stored = FALSE WHERE id = ?", id.value()));
    }

    @Override
    public List<Production> withPictures(Instant finishedBefore, int limit) {
        return list(WITH_PICTURES, finishedBefore, limit);
    }

    @Override
    public void picturesDeleted(ProductionId id, Instant at) {
        writer.write(session -> {
            ProductionRows.lock(session, id);
            PictureRows.deleteAll(session, id, at);
            return session.update(
                    """
                    UPDATE productions SET remembered = FALSE, rememberable = FALSE WHERE id = ?
                    """,
                    id.value());
        });
    }

    @Override
    public void forgetKeys(Instant usedBefore) {
        writer.write(session -> {
            IdempotencyRows.delete(session, usedBefore);
            return null;
        });
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        return among(keys, " AND state IN ('awaited', 'stored')");
    }

    @Override
    public Set<ObjectKey> awaited(Collection<ObjectKey> keys) {
        return among(keys, " AND state = 'awaited'");
    }

    /** One statement whatever the number: every other one is kept prepared. */
    private Set<ObjectKey> among(Collection<ObjectKey> keys, String condition) {
        if (keys.size() > AT_ONCE) {
            throw new IllegalArgumentException("too many keys at once: " + keys.size());
        }
        @Nullable Object[] values =
                Arrays.copyOf(keys.stream().map(ObjectKey::value).toArray(), AT_ONCE);
        return reader.read(session ->
                Set.copyOf(
                        session.list(
                                AMONG + condition,
                                row -> new ObjectKey(row.text("object_key")),
                                values)));
    }

    private List<Production> list(String sql, Instant finishedBefore, int limit) {
        return reader.readTogether(session ->
                session.list(
                        sql,
                        row -> ProductionRows.read(session, row),
                        Times.number(finishedBefore),
                        limit));
    }
}
