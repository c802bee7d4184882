package dev.vignette.server.wiring;

import dev.vignette.objects.ObjectStore;
import dev.vignette.provider.Secret;
import dev.vignette.server.http.links.ReferencePhotos;
import dev.vignette.server.http.reconciliations.UploadFolder;
import dev.vignette.server.settings.EnvironmentSettings;
import dev.vignette.server.settings.Settings;
import dev.vignette.storage.objects.LocalObjectStore;
import dev.vignette.storage.objects.S3ObjectStore;
import dev.vignette.storage.objects.S3Settings;
import dev.vignette.storage.rows.DataDirectory;
import dev.vignette.storage.rows.PostgresRows;
import dev.vignette.storage.rows.PostgresSettings;
import dev.vignette.storage.rows.Rows;
import dev.vignette.storage.rows.SendMarkFile;
import dev.vignette.storage.rows.SqliteRows;
import dev.vignette.store.BudgetStore;
import dev.vignette.store.Census;
import dev.vignette.store.CostEntries;
import dev.vignette.store.CostLedger;
import dev.vignette.store.CostPages;
import dev.vignette.store.CostReports;
import dev.vignette.store.InvoiceChecks;
import dev.vignette.store.PastDemands;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.TrackRecords;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Opens what is kept: the data directory, the rows in it, and the files. */
@Factory
final class StorageFactory {

    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    @Bean(preDestroy = "close")
    DataDirectory dataDirectory(Settings settings) {
        EnvironmentSettings environment = settings.environment();
        DataDirectory directory = DataDirectory.open(environment.dataDirectory());
        DataOwner.claim(directory.path(), environment.sandbox());
        return directory;
    }

    @Singleton
    @Bean(preDestroy = "close")
    Rows rows(Settings settings, DataDirectory directory, Clock clock) {
        return settings.environment()
                .database()
                .map(database -> PostgresRows.open(shared(database), directory.path(), clock))
                .orElseGet(() -> SqliteRows.open(directory.path(), clock));
    }

    @Singleton
    @Bean(preDestroy = "close")
    SendMarkFile mark(DataDirectory directory) {
        return SendMarkFile.in(directory.path());
    }

    /** Links that one gateway gives out are good at every other. */
    @Singleton
    LinkKey linkKey(Settings settings, DataDirectory directory, Rows rows) {
        return settings.environment().shared()
                ? LinkKey.shared(rows.sharedKeys())
                : LinkKey.in(directory.path());
    }

    @Singleton
    TrackRecords trackRecords(Rows rows) {
        return rows.trackRecords();
    }

    @Singleton
    PastDemands pastDemands(Rows rows) {
        return rows.pastDemands();
    }

    @Singleton
    CostLedger ledger(Rows rows) {
        return rows.ledger();
    }

    @Singleton
    BudgetStore budgets(Rows rows) {
        return rows.budgets();
    }

    @Singleton
    CostPages costPages(Rows rows) {
        return rows.costPages();
    }

    @Singleton
    CostReports costReports(Rows rows) {
        return rows.costReports();
    }

    @Singleton
    InvoiceChecks invoiceChecks(Rows rows) {
        return rows.invoiceChecks();
    }

    /** What a process that died has left in it is nobody's any more. */
    @Singleton
    UploadFolder uploads(DataDirectory directory) throws IOException {
        Path folder = Files.createDirectories(directory.path().resolve("uploads"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        return new UploadFolder(folder);
    }

    @Singleton
    CostEntries costEntries(Rows rows) {
        return rows.costEntries();
    }

    @Singleton
    Census census(Rows rows) {
        return rows.census();
    }

    /** Of which a photo's link names one. */
    @Singleton
    ProductionStore productions(Rows rows) {
        return rows.productions();
    }

    @Singleton
    ObjectStore files(Settings settings, DataDirectory directory) {
        return settings.environment()
                .bucket()
                .<ObjectStore>map(StorageFactory::bucket)
                .orElseGet(() -> new LocalObjectStore(directory.path().resolve("objects")));
    }

    /** Beside the database; where that is shared, in the store that is shared. */
    @Singleton
    ReferencePhotos photos(Settings settings, DataDirectory directory, ObjectStore store) {
        EnvironmentSettings environment = settings.environment();
        boolean apart = environment.bucket().isPresent() && !environment.shared();
        return new ReferencePhotos(
                apart ? new LocalObjectStore(directory.path().resolve("objects")) : store);
    }

    private static PostgresSettings shared(EnvironmentSettings.Database database) {
        return new PostgresSettings(
                database.url().reveal(),
                database.username().orElse(null),
                database.password().map(Secret::reveal).orElse(null));
    }

    private static S3ObjectStore bucket(EnvironmentSettings.Bucket bucket) {
        S3ObjectStore store =
                new S3ObjectStore(
                        new S3Settings(
                                bucket.name(),
                                bucket.endpoint().orElse(null),
                                bucket.region().orElse(null),
                                bucket.pathStyle()));
        store.verify();
        return store;
    }
}
