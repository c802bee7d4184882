package dev.vignette.storage.rows;

import dev.vignette.generation.Origin;
import dev.vignette.generation.Origin.Bought;
import dev.vignette.generation.Origin.Hit;
import dev.vignette.generation.Origin.Joined;
import dev.vignette.id.GenerationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A generation's origin in its row. */
final class Origins {
    private Origins() {}

    static String name(Origin origin) {
        return switch (origin) {
            case Bought _ -> "bought";
            case Joined _ -> "joined";
            case Hit _ -> "hit";
        };
    }

    static @Nullable String source(Origin origin) {
        return switch (origin) {
            case Bought _ -> null;
            case Joined(GenerationId source) -> source.value();
            case Hit(GenerationId source, _) -> source.value();
        };
    }

    static @Nullable Instant madeAt(Origin origin) {
        return origin instanceof Hit(_, Instant madeAt) ? madeAt : null;
    }

    static Origin of(Row row) {
        String name = row.text("origin");
        return switch (name) {
            case "bought" -> new Bought();
            case "joined" -> new Joined(new GenerationId(row.text("source_id")));
            case "hit" -> new Hit(new GenerationId(row.text("source_id")), row.instant("made_at"));
            default -> throw new IllegalStateException("no origin is called " + name);
        };
    }
}
