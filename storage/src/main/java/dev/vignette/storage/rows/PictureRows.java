package dev.vignette.storage.rows;

import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.PictureState.Awaited;
import dev.vignette.generation.PictureState.Gone;
import dev.vignette.generation.PictureState.Lost;
import dev.vignette.generation.PictureState.Stored;
import dev.vignette.id.AttemptId;
import dev.vignette.id.ProductionId;
import dev.vignette.objects.ObjectKey;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.provider.Asset.Linked;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table {@code pictures}. */
final class PictureRows {
    private static final Insert<Picture> INSERT =
            Insert.<Picture>into("pictures")
                    .with("production_id", picture -> picture.production().value())
                    .with("place", Picture::index)
                    .with("attempt_id", picture -> picture.attempt().value())
                    .with("provider", Picture::provider)
                    .with("object_key", picture -> picture.key().value())
                    .with("seed", Picture::seed)
                    .with("state", _ -> "awaited")
                    .with("source_link", linked(source -> source.link().toString()))
                    .with("source_mirrors", linked(source -> Json.text(source.mirrors())))
                    .with("source_expires_at", linked(source -> Times.number(source.expiresAt())))
                    .with("source_seed", linked(Linked::seed))
                    .build();

    private static final Names<ImageType> TYPES =
            Names.of(ImageType.values(), ImageType::extension);

    private PictureRows() {}

    /** Adds a picture, unless one that is not lost has its place; most are awaited at first. */
    static void add(Session session, Picture picture) {
        session.update(
                """
                DELETE FROM pictures WHERE production_id = ? AND place = ? AND state = 'lost'
                """,
                picture.production().value(),
                picture.index());
        if (INSERT.runUnlessThere(session, picture)) {
            settle(session, picture);
        }
    }

    /** How many pictures of a production are stored. */
    static long stored(Session session, ProductionId production) {
        return session.first(
                        """
                        SELECT COUNT(*) AS stored FROM pictures
                        WHERE production_id = ? AND state = 'stored'
                        """,
                        row -> row.number("stored"),
                        production.value())
                .orElseThrow();
    }

    /**
     * Writes what became of an awaited picture and forgets its link, unless it is not awaited any
     * more.
     */
    static boolean settle(Session session, Picture picture) {
        return switch (picture.state()) {
            case Awaited _ -> false;
            case Stored stored -> store(session, picture, stored);
            case Lost(Instant at, String reason) -> close(session, picture, at, reason);
            case Gone(Instant at) -> close(session, picture, at, null);
        };
    }

    /** Notes that all pictures of a production are deleted. */
    static void deleteAll(Session session, ProductionId production, Instant at) {
        session.update(
                """
                UPDATE pictures SET state = 'gone', settled_at = ?, source_link = NULL,
                    source_mirrors = NULL, reason = NULL
                WHERE production_id = ?
                """,
                Times.number(at),
                production.value());
    }

    /** The pictures of a production by their place. */
    static List<Picture> of(Session session, ProductionId production) {
        return session.list(
                "SELECT * FROM pictures WHERE production_id = ? ORDER BY place",
                PictureRows::read,
                production.value());
    }

    private static boolean store(Session session, Picture picture, Stored stored) {
        return session.update(
                        """
                        UPDATE pictures SET state = 'stored', source_link = NULL,
                            source_mirrors = NULL, settled_at = ?, type = ?, width = ?, height = ?,
                            bytes = ?, hash = ?
                        WHERE object_key = ? AND production_id = ? AND place = ?
                            AND state = 'awaited'
                        """,
                        Times.number(stored.at()),
                        stored.type().extension(),
                        stored.width(),
                        stored.height(),
                        stored.bytes(),
                        stored.hash().hex(),
                        picture.key().value(),
                        picture.production().value(),
                        picture.index())
                > 0;
    }

    private static boolean close(
            Session session, Picture picture, Instant at, @Nullable String reason) {
        return session.update(
                        """
                        UPDATE pictures SET state = ?, source_link = NULL, source_mirrors = NULL,
                            settled_at = ?, reason = ?
                        WHERE object_key = ? AND production_id = ? AND place = ?
                            AND state = 'awaited'
                        """,
                        name(picture.state()),
                        Times.number(at),
                        reason,
                        picture.key().value(),
                        picture.production().value(),
                        picture.index())
                > 0;
    }

    private static Picture read(Row row) {
        return new Picture(
                new ProductionId(row.text("production_id")),
                row.count("place"),
                new AttemptId(row.text("attempt_id")),
                row.text("provider"),
                new ObjectKey(row.text("object_key")),
                row.numberOrNull("seed"),
                state(row));
    }

    private static String name(PictureState state) {
        return switch (state) {
            case Awaited _ -> "awaited";
            case Stored _ -> "stored";
            case Lost _ -> "lost";
            case Gone _ -> "gone";
        };
    }

    private static PictureState state(Row row) {
        String name = row.text("state");
        return switch (name) {
            case "awaited" -> new Awaited(source(row));
            case "stored" -> stored(row);
            case "lost" -> new Lost(row.instant("settled_at"), row.text("reason"));
            case "gone" -> new Gone(row.instant("settled_at"));
            default -> throw new IllegalStateException("no picture is " + name);
        };
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.instant("settled_at"),
                TYPES.value(row.text("type")),
                row.count("width"),
                row.count("height"),
                row.number("bytes"),
                new ContentHash(row.text("hash")));
    }

    private static @Nullable Linked source(Row row) {
        String link = row.textOrNull("source_link");
        if (link == null) {
            return null;
        }
        return new Linked(
                URI.create(link),
                Json.texts(row.text("source_mirrors")).stream().map(URI::create).toList(),
                row.instant("source_expires_at"),
                row.numberOrNull("source_seed"));
    }

    private static Function<Picture, @Nullable Object> linked(
            Function<Linked, ? extends @Nullable Object> part) {
        return picture -> {
            Linked source = picture.state() instanceof Awaited awaited ? awaited.source() : null;
            return source == null ? null : part.apply(source);
        };
    }
}
