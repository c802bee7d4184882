package dev.vignette.server.wiring;

import dev.vignette.engine.Engine;
import dev.vignette.engine.Generations;
import dev.vignette.engine.copy.Copier;
import dev.vignette.engine.copy.CopyListener;
import dev.vignette.engine.copy.OrphanSweep;
import dev.vignette.engine.copy.Spool;
import dev.vignette.engine.cost.Fees;
import dev.vignette.engine.cost.Repricing;
import dev.vignette.engine.intake.PhotoIntake;
import dev.vignette.engine.invoice.Invoices;
import dev.vignette.engine.invoice.Usages;
import dev.vignette.engine.order.CallbackLinks;
import dev.vignette.engine.reconcile.Reconciliation;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.Waits;
import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.GuardedFetch;
import dev.vignette.fetch.guard.HttpGuardedFetch;
import dev.vignette.objects.ObjectStore;
import dev.vignette.server.http.links.ReferencePhotos;
import dev.vignette.server.live.InForce;
import dev.vignette.server.settings.Settings;
import dev.vignette.server.tracing.Traces;
import dev.vignette.storage.rows.DataDirectory;
import dev.vignette.storage.rows.Rows;
import dev.vignette.store.InvoiceChecks;
import dev.vignette.store.SendMark;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Puts the engine together on what is open. */
@Factory
final class EngineFactory {
    private static final long SPOOL_BYTES = 4_000_000_000L;
    private static final long LARGEST_PHOTO = 15_000_000;
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(10);
    private static final int REDIRECTS = 3;

    @Singleton
    @Bean(preDestroy = "close")
    HttpGuardedFetch fetch() {
        return new HttpGuardedFetch();
    }

    @Singleton
    PhotoIntake photos(GuardedFetch fetch, Settings settings) {
        boolean sandbox = settings.environment().sandbox();
        return new PhotoIntake(
                fetch,
                new FetchRules(
                        List.of(),
                        Set.of(),
                        sandbox,
                        sandbox,
                        REDIRECTS,
                        LARGEST_PHOTO,
                        LONGEST_FETCH));
    }

    @Singleton
    Copier copier(
            GuardedFetch fetch,
            ObjectStore store,
            DataDirectory directory,
            Surroundings around,
            CopyListener listener,
            Settings settings)
            throws IOException {
        boolean alone = !settings.environment().shared();
        Spool spool = Spool.open(directory.path().resolve("spool"), SPOOL_BYTES);
        return new Copier(fetch, store, spool, around, listener, alone);
    }

    @Singleton
    Surroundings surroundings(
            Policies policies, Observations observations, Clock clock, Traces traces) {
        return new Surroundings(
                policies,
                observations,
                clock,
                Waits.real(),
                NamedFailpoint.ofProperty(),
                traces.engine());
    }

    @Singleton
    Engine.Files files(
            ReferencePhotos photos, ObjectStore store, CallbackLinks links, Copier copier) {
        return new Engine.Files(photos.store(), store, links, copier, copier);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Tidying tidying(Copier copier, ObjectStore store, Rows rows, Clock clock) {
        return new Tidying(copier, new OrphanSweep(store, rows.retention(), clock), rows);
    }

    @Singleton
    Engine engine(
            Rows rows,
            SendMark mark,
            Engine.Files files,
            PhotoIntake photos,
            Settings settings,
            InForce inForce,
            Surroundings around) {
        return new Engine(
                new Engine.Rows(
                        rows.generations(),
                        rows.productions(),
                        rows.attempts(),
                        rows.evidence(),
                        rows.inbox(),
                        rows.audit(),
                        rows.routing(),
                        rows.pauses(),
                        rows.erasures(),
                        rows.retention(),
                        rows.budgets(),
                        rows.experience(),
                        rows.agenda(),
                        rows.signals(),
                        mark),
                files,
                photos,
                new Ids(around.clock(), new SecureRandom()),
                cacheBytes(settings, inForce),
                around);
    }

    /** Others would change what is cached here; and it is as large as it was at start. */
    private static long cacheBytes(Settings settings, InForce inForce) {
        return settings.environment().shared()
                ? 0
                : inForce.current().settings().cache().maxSize().bytes();
    }

    @Singleton
    Reconciliation reconciliation(Engine engine) {
        return engine.reconciliation();
    }

    @Singleton
    Invoices invoices(Rows rows, InvoiceChecks checks, Policies policies, Clock clock) {
        return new Invoices(
                rows.invoiceStaging(), checks, policies, new Ids(clock, new SecureRandom()), clock);
    }

    @Singleton
    Usages usages(Engine engine, Policies policies) {
        return new Usages(policies, engine.budgets(), Waits.real());
    }

    @Singleton
    Fees fees(Rows rows, Surroundings around) {
        return new Fees(rows.monthlyFees(), new Ids(around.clock(), new SecureRandom()), around);
    }

    @Singleton
    Repricing repricing(Rows rows, Fees fees, Surroundings around) {
        return new Repricing(
                rows.pastCharges(),
                rows.ledger(),
                rows.audit(),
                fees,
                new Ids(around.clock(), new SecureRandom()),
                around);
    }

    @Singleton
    Generations generations(Engine engine) {
        return engine.generations();
    }
}
