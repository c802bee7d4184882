package dev.vignette.replicate;

import dev.vignette.provider.Account;
import dev.vignette.provider.ImageProvider;
import dev.vignette.tck.provider.VendorUnderTest;
import io.micronaut.json.JsonMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Accounts at a local server. */
final class Accounts {
    static final String VERSION = "0123456789abcdef".repeat(4);
    static final ReplicateSettings NEWEST =
            new ReplicateSettings(ReplicateSettings.DEFAULT_MODEL, "auto");
    static final ReplicateSettings PINNED =
            new ReplicateSettings(ReplicateSettings.DEFAULT_MODEL + ":" + VERSION, "auto");

    private Accounts() {}

    static ReplicateProvider open(URI server, Clock clock, Duration patience) {
        return open(NEWEST, server, clock, patience);
    }

    static ReplicateProvider open(
            ReplicateSettings settings, URI server, Clock clock, Duration patience) {
        Account<ReplicateSettings> account =
                new Account<>(
                        "replicate",
                        settings,
                        server.resolve("/v1"),
                        VendorUnderTest.CREDENTIAL,
                        clock);
        ImageProvider adapter =
                new ReplicateFactory(JsonMapper.createDefault()).open(account, patience);
        return (ReplicateProvider) adapter;
    }
}
