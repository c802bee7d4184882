package dev.vignette.server.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Keys that are planned but have no effect yet: refused with the reason, never ignored. */
final class NotYetAvailable {
    private NotYetAvailable() {}

    /** Notes each of them and takes it out, so that it is not reported as unknown as well. */
    static void refuse(Part top, StrictBinding binding) {
        for (Part client : top.child("clients").entries()) {
            if (!client.child("budget").node().isMissingNode()) {
                binding.fault(
                        client.child("budget"), "'budget' is not available yet; leave it out");
                remove(client, "budget");
            }
        }
    }

    private static void remove(Part from, String key) {
        if (from.node() instanceof ObjectNode map) {
            map.remove(key);
        }
    }
}
