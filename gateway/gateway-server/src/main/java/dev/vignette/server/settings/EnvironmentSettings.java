package dev.vignette.server.settings;

import dev.vignette.provider.Secret;
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
 * @param database the PostgreSQL database that several gateways share; empty for the embedded one
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
        Optional<Database> database,
        Optional<Bucket> bucket,
        Optional<URI> publicUrl,
        Optional<URI> callbackUrl,
        boolean sandbox) {
    private static final int API_PORT = 8080;
    private static final int MANAGEMENT_PORT = 8081;
    private static final String LOCALHOST = "127.0.0.1";
    private static final String DATABASE = "VIGNETTE_DATABASE_URL";
    private static final String POSTGRESQL = "jdbc:postgresql:";

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
     * A database.
     *
     * @param url {@code jdbc:postgresql:}, and where it is; it may hold a password too
     * @param username whose name; empty when the address says it
     * @param password his password; empty when the address says it or nobody is asked
     */
    public record Database(Secret url, Optional<String> username, Optional<Secret> password) {}

    /** Whether other gateways may work on the same rows. */
    public boolean shared() {
        return database.isPresent();
    }

    /**
     * Reads the environment. In the sandbox the database and S3 are ignored.
     *
     * @throws InvalidSettings when a variable cannot be used
     */
    static EnvironmentSettings read(Environment environment, boolean sandbox) {
        Optional<Database> database = sandbox ? Optional.empty() : database(environment);
        Optional<Bucket> bucket = sandbox ? Optional.empty() : bucket(environment);
        if (database.isPresent() && bucket.isEmpty()) {
            throw refused(
                    "gateways that share a database share the pictures too: set VIGNETTE_S3_BUCKET,"
                            + " or unset "
                            + DATABASE);
        }
        return new EnvironmentSettings(
                listener(environment, "VIGNETTE", API_PORT),
                listener(environment, "VIGNETTE_MANAGEMENT", MANAGEMENT_PORT),
                environment
                        .path("VIGNETTE_DATA_DIR")
                        .orElse(Path.of(sandbox ? "vignette-sandbox" : "vignette-data")),
                database,
                bucket,
                environment.address("VIGNETTE_PUBLIC_URL"),
                environment.address("VIGNETTE_CALLBACK_URL"),
                sandbox);
    }

    private static Listener listener(Environment environment, String prefix, int port) {
        return new Listener(
                environment.text(prefix + "_HOST").orElse(LOCALHOST),
                environment.port(prefix + "_PORT", port));
    }

    private static Optional<Database> database(Environment environment) {
        return environment.secret(DATABASE).map(url -> database(environment, url));
    }

    private static Database database(Environment environment, Secret url) {
        if (!url.reveal().startsWith(POSTGRESQL)) {
            throw refused(DATABASE + " is an address such as jdbc:postgresql://db:5432/vignette");
        }
        return new Database(
                url,
                environment.text("VIGNETTE_DATABASE_USERNAME"),
                environment.secret("VIGNETTE_DATABASE_PASSWORD"));
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
        return new InvalidSettings("environment", List.of(new Fault(0, null, sentence)));
    }
}
