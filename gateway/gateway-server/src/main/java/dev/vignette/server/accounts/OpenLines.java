package dev.vignette.server.accounts;

import dev.vignette.provider.Account;
import dev.vignette.provider.AdapterFactory;
import dev.vignette.provider.ImageProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The accounts that are open, each once however many versions of the settings have it. One is
 * closed when the last of them has given it back.
 */
final class OpenLines {
    private final Map<Line<?>, Held> held = new HashMap<>();

    /**
     * All that makes an account another one.
     *
     * @param adapter who speaks to the vendor
     * @param account its name, settings, address and credential
     */
    record Line<S extends Record>(AdapterFactory<S> adapter, Account<S> account) {

        private ImageProvider open() {
            return adapter.open(account);
        }

        /** What the operator should know about it. */
        List<String> advice(boolean callable) {
            return adapter.advice(account.settings(), callable);
        }
    }

    private record Held(ImageProvider provider, int users) {}

    /** The open account; to be given back once for each time it was taken. */
    synchronized ImageProvider take(Line<?> line) {
        Held now =
                held.compute(
                        line,
                        (_, before) ->
                                before == null
                                        ? new Held(line.open(), 1)
                                        : new Held(before.provider(), before.users() + 1));
        return Objects.requireNonNull(now).provider();
    }

    /** One user less. */
    synchronized void giveBack(Line<?> line) {
        Held before = Objects.requireNonNull(held.get(line));
        if (before.users() > 1) {
            held.put(line, new Held(before.provider(), before.users() - 1));
            return;
        }
        held.remove(line);
        before.provider().close();
    }
}
