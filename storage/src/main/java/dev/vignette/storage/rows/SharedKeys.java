package dev.vignette.storage.rows;

import java.util.HexFormat;
import java.util.Optional;

/** Keys that all gateways on one database have in common: whoever comes first sets one. */
public final class SharedKeys {
    private final Writer writer;

    SharedKeys(Writer writer) {
        this.writer = writer;
    }

    /**
     * The key of that name.
     *
     * @param fresh what it becomes when there is none yet
     */
    public byte[] take(String name, byte[] fresh) {
        String hex =
                writer.write(session -> {
                    session.lock("shared key " + name);
                    return find(session, name).orElseGet(() -> add(session, name, fresh));
                });
        return HexFormat.of().parseHex(hex);
    }

    private static Optional<String> find(Session session, String name) {
        return session.first(
                "SELECT value FROM shared_keys WHERE name = ?", row -> row.text("value"), name);
    }

    private static String add(Session session, String name, byte[] fresh) {
        String hex = HexFormat.of().formatHex(fresh);
        session.update("INSERT INTO shared_keys (name, value) VALUES (?, ?)", name, hex);
        return hex;
    }
}
