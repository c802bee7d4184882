package dev.vignette.storage.rows;

import dev.vignette.portrait.ContentHash;
import dev.vignette.store.ConfigurationStore;
import dev.vignette.store.ConfigurationVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Configurations in a table. */
final class SqlConfigurationStore implements ConfigurationStore {
    private static final String NEWEST =
            "SELECT COALESCE(MAX(number), 0) AS newest FROM configurations";

    private static final Insert<ConfigurationVersion> INSERT =
            Insert.<ConfigurationVersion>into("configurations")
                    .with("number", ConfigurationVersion::number)
                    .with("hash", version -> version.hash().hex())
                    .with("text", ConfigurationVersion::text)
                    .with("applied_at", version -> Times.number(version.appliedAt()))
                    .with("applied_by", ConfigurationVersion::appliedBy)
                    .with("restores", ConfigurationVersion::restores)
                    .with("set_aside", version -> hex(version.setAside()))
                    .with("diff", ConfigurationVersion::diff)
                    .build();

    private final Writer writer;
    private final Reader reader;

    SqlConfigurationStore(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public long newest() {
        return reader.read(SqlConfigurationStore::newest);
    }

    @Override
    public Optional<ConfigurationVersion> find(long number) {
        return reader.read(session ->
                session.first(
                        "SELECT * FROM configurations WHERE number = ?",
                        SqlConfigurationStore::read,
                        number));
    }

    @Override
    public List<ConfigurationVersion> latest(int limit) {
        return reader.read(session ->
                session.list(
                        "SELECT * FROM configurations ORDER BY number DESC LIMIT ?",
                        SqlConfigurationStore::read,
                        limit));
    }

    @Override
    public boolean add(ConfigurationVersion next) {
        return writer.write(session -> {
            session.lock("configuration");
            return next.number() == newest(session) + 1 && INSERT.runUnlessThere(session, next);
        });
    }

    @Override
    public void release(long number) {
        writer.write(session ->
                session.update(
                        "UPDATE configurations SET set_aside = NULL WHERE number = ?", number));
    }

    private static long newest(Session session) {
        return session.first(NEWEST, row -> row.number("newest")).orElseThrow();
    }

    private static ConfigurationVersion read(Row row) {
        String setAside = row.textOrNull("set_aside");
        return new ConfigurationVersion(
                row.number("number"),
                new ContentHash(row.text("hash")),
                row.text("text"),
                row.instant("applied_at"),
                row.text("applied_by"),
                row.numberOrNull("restores"),
                setAside == null ? null : new ContentHash(setAside),
                row.text("diff"));
    }

    private static @Nullable String hex(@Nullable ContentHash hash) {
        return hash == null ? null : hash.hex();
    }
}
