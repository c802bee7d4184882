package dev.vignette.storage.rows;

import dev.vignette.id.ProductionId;
import dev.vignette.store.Signal;
import java.util.Optional;

/** A signal as PostgreSQL carries it: what is to be done, which production, and who says so. */
final class SignalText {
    static final String CHANNEL = "vignette";

    private static final String LOOK = "look";
    private static final String CHANGED = "changed";

    private SignalText() {}

    static String of(Signal signal, String sender) {
        return "%s %s %s".formatted(signal.look() ? LOOK : CHANGED, signal.production(), sender);
    }

    /** The signal, unless this process sent it itself or a later release means something else. */
    static Optional<Signal> read(String text, String self) {
        String[] parts = text.split(" ", 3);
        if (parts.length < 3 || parts[2].equals(self)) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case LOOK -> Optional.of(Signal.look(new ProductionId(parts[1])));
            case CHANGED -> Optional.of(Signal.changed(new ProductionId(parts[1])));
            default -> Optional.empty();
        };
    }
}
