package dev.vignette.server.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the gateway runs.
 *
 * @param api where the API listens
 * @param management where health and metrics are
 * @param dataDirectory where the embedded database, the spool, local pictures and the cost log are
 * @param bucket the S3 bucket pictures go to; empty when they are kept as local files
 * @param publicUrl how apps reach this gateway, without a slash at the end; empty for the address
 *     it listens on
 * @param callbackUrl how providers reach it, without a slash at the end; empty when they cannot
 * @param sandbox whether doubles stand in for all vendors
 */
public record EnvironmentSettings(
        Listener api,
        Listener management,
        Path dataDirectory,
        Optional<Bucket> bucket,
        Optional<URI> publicUrl,
        Optional<URI> callbackUrl,
        boolean sandbox) {
    private static final int API_PORT = 8080;
    private static final int MANAGEMENT_PORT = 8081;
    private static final String LOCALHOST = "127.0.0.1";

    /**
     * An address to listen on.
     *
     * @param host a name or an address
     * @param port 0 for any that is free
     */
    public record Listener(String host, int port) {}

    /**
     * A bucket. Its credentials are found by the AWS SDK.
     *
     * @param name its name
     * @param endpoint where the service is; empty for AWS itself
     * @param region its region; empty for the SDK's own way to find it
     * @param pathStyle whether the name is in the path instead of the host name
     */
    public record Bucket(
            String name, Optional<URI> endpoint, Optional<String> region, boolean pathStyle) {}

    /**
     * Reads the environment. In the sandbox the database and S3 are ignored.
     *
     * @throws InvalidSettings when a variable cannot be used
     */
    static EnvironmentSettings read(Environment environment, boolean sandbox) {
        if (!sandbox && environment.text("VIGNETTE_DATABASE_URL").isPresent()) {
            throw refused("VIGNETTE_DATABASE_URL: PostgreSQL is not available yet; unset it");
        }
        return new EnvironmentSettings(
                listener(environment, "VIGNETTE", API_PORT),
                listener(environment, "VIGNETTE_MANAGEMENT", MANAGEMENT_PORT),
                environment
                        .path("VIGNETTE_DATA_DIR")
                        .orElse(Path.of(sandbox ? "vignette-sandbox" : "vignette-data")),
                sandbox ? Optional.empty() : bucket(environment),
                environment.address("VIGNETTE_PUBLIC_URL"),
                environment.address("VIGNETTE_CALLBACK_URL"),
                sandbox);
    }

    private static Listener listener(Environment environment, String prefix, int port) {
        return new Listener(
                environment.text(prefix + "_HOST").orElse(LOCALHOST),
                environment.port(prefix + "_PORT", port));
    }

    private static Optional<Bucket> bucket(Environment environment) {
        return environment
                .text("VIGNETTE_S3_BUCKET")
                .map(name ->
                        new Bucket(
                                name,
                                environment.address("VIGNETTE_S3_ENDPOINT"),
                                environment.text("VIGNETTE_S3_REGION"),
                                environment.flag("VIGNETTE_S3_PATH_STYLE")));
    }

    private static InvalidSettings refused(String sentence) {
        return new InvalidSettings("environment", List.of(new Fault(0, sentence)));
    }
}
