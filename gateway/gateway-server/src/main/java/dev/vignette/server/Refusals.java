package dev.vignette.server;

import dev.vignette.objects.StoreUnavailable;
import dev.vignette.server.settings.StartRefused;
import dev.vignette.storage.rows.DatabaseRefused;
import dev.vignette.storage.rows.DirectoryInUse;
import dev.vignette.storage.rows.StoreNotDurable;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what the operator can put right from what he cannot. */
final class Refusals {
    private Refusals() {}

    /** One line that says what to set, or empty when the program itself is at fault. */
    static Optional<String> remedy(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst()
                .map(sentence -> sentence.replaceAll("\\s+", " "));
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case StartRefused refused -> Optional.ofNullable(refused.getMessage());
            case DirectoryInUse used ->
                    Optional.of(used.getMessage() + "; set VIGNETTE_DATA_DIR to another");
            case StoreNotDurable weak when weak.ofServer() ->
                    Optional.of(weak.getMessage() + "; set it so in PostgreSQL");
            case StoreNotDurable weak ->
                    Optional.of(weak.getMessage() + "; set VIGNETTE_DATA_DIR to a local disk");
            case DatabaseRefused refused ->
                    Optional.of(
                            refused.getMessage()
                                    + "; check VIGNETTE_DATABASE_URL, _USERNAME and _PASSWORD");
            case StoreUnavailable _ ->
                    Optional.of(
                            "the bucket cannot be used; check VIGNETTE_S3_BUCKET, _ENDPOINT, _REGION"
                                    + " and the AWS credentials");
            case BindException _ ->
                    Optional.of(
                            "an address to listen on is taken or not there; set VIGNETTE_HOST and"
                                    + " VIGNETTE_PORT, or VIGNETTE_MANAGEMENT_HOST and"
                                    + " VIGNETTE_MANAGEMENT_PORT");
            case FileSystemException file ->
                    Optional.of(
                            "%s cannot be written to; set VIGNETTE_DATA_DIR to a directory of yours"
                                    .formatted(file.getFile()));
            case Throwable _ -> Optional.empty();
        };
    }
}
