package dev.vignette.server.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the list of clients. */
final class ClientReading {
    private final StrictBinding binding;
    private final Set<String> providers;

    /**
     * @param providers the names of the configured providers
     */
    ClientReading(StrictBinding binding, Set<String> providers) {
        this.binding = binding;
        this.providers = providers;
    }

    List<ClientSettings> read(Part list) {
        List<ClientSettings> clients = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Part entry : list.entries()) {
            binding.bind(entry, ClientSettings.class)
                    .ifPresent(client -> {
                        check(entry, client, seen);
                        clients.add(client);
                    });
        }
        return clients;
    }

    private void check(Part entry, ClientSettings client, Set<String> seen) {
        if (!seen.add(client.name())) {
            binding.fault(entry, "the client '" + client.name() + "' is there twice");
        }
        for (Part key : entry.child("keys").entries()) {
            if (!seen.add(key.node().path("sha256").asText())) {
                binding.fault(key, "this key is there twice");
            }
        }
        requireSome(entry, "keys");
        requireSome(entry, "scopes");
        requireSome(entry, "providers");
        for (Part name : entry.child("providers").entries()) {
            new Names(binding, providers).check(name);
        }
    }

    private void requireSome(Part entry, String key) {
        Part list = entry.child(key);
        if (list.node().isArray() && list.node().isEmpty()) {
            binding.fault(list, "'" + key + "' is empty");
        }
    }
}
