package dev.vignette.server.http;

import dev.vignette.engine.Generations;
import dev.vignette.engine.health.Standings;
import dev.vignette.engine.invoice.Usages;
import dev.vignette.engine.order.CallbackLinks;
import dev.vignette.engine.order.OrderDesk;
import dev.vignette.engine.price.Budgets;
import dev.vignette.engine.reconcile.Reconciliation;
import dev.vignette.engine.route.Judgement;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.engine.surroundings.Failover;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.engine.surroundings.Waits;
import dev.vignette.engine.watch.CallBudgets;
import dev.vignette.fetch.FetchRules;
import dev.vignette.money.PriceList;
import dev.vignette.objects.ObjectStore;
import dev.vignette.provider.Limits;
import dev.vignette.server.http.auth.ClientAccess;
import dev.vignette.server.http.auth.ClientSource;
import dev.vignette.server.http.auth.Clients;
import dev.vignette.server.http.links.ReferencePhotos;
import dev.vignette.server.http.reconciliations.InvoiceLayouts;
import dev.vignette.server.http.reconciliations.UploadFolder;
import dev.vignette.server.invoice.InvoiceColumns;
import dev.vignette.server.live.Configuration;
import dev.vignette.server.live.ConfiguredDesk;
import dev.vignette.server.live.Standing;
import dev.vignette.storage.rows.Rows;
import dev.vignette.storage.rows.SqliteRows;
import dev.vignette.store.BudgetStore;
import dev.vignette.store.CostEntries;
import dev.vignette.store.CostPages;
import dev.vignette.store.CostReports;
import dev.vignette.store.ProductionStore;
import dev.vignette.tck.SettableClock;
import dev.vignette.tck.memory.MemoryRows;
import dev.vignette.tck.memory.MemorySendMark;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.spec.SecretKeySpec;

/** Everything behind HTTP, in memory. */
@Factory
@Requires(property = TestBeans.SWITCH)
final class TestBeans {
    static final String SWITCH = "vignette.test.http";
    static final Instant START = Instant.parse("2026-11-20T10:00:00.123Z");

    @Singleton
    @Primary
    @Bean(typed = {Clock.class, SettableClock.class})
    SettableClock clock() {
        return SettableClock.at(START);
    }

    @Singleton
    @Primary
    @Bean(typed = {ObjectStore.class, InMemoryObjects.class})
    InMemoryObjects objects() {
        return new InMemoryObjects();
    }

    @Singleton
    @Primary
    @Bean(typed = {Generations.class, InMemoryGenerations.class})
    InMemoryGenerations generations(SettableClock clock, InMemoryObjects objects) {
        return new InMemoryGenerations(clock, objects);
    }

    @Singleton
    @Primary
    @Bean(typed = {CostReports.class, InMemoryReports.class})
    InMemoryReports reports() {
        return new InMemoryReports();
    }

    @Singleton
    @Primary
    @Bean(typed = {CostPages.class, InMemoryPages.class})
    InMemoryPages pages() {
        return new InMemoryPages();
    }

    @Singleton
    @Primary
    @Bean(typed = {CostEntries.class, InMemoryEntries.class})
    InMemoryEntries entries() {
        return new InMemoryEntries();
    }

    @Singleton
    InMemoryProductions productions() {
        return new InMemoryProductions();
    }

    @Singleton
    @Primary
    ProductionStore productionStore(InMemoryProductions productions) {
        return productions.store();
    }

    @Singleton
    @Primary
    ReferencePhotos photos(InMemoryObjects objects) {
        return new ReferencePhotos(objects);
    }

    @Singleton
    MemoryRows rows(SettableClock clock) {
        return new MemoryRows(clock);
    }

    @Singleton
    @Primary
    BudgetStore budgets(MemoryRows rows) {
        return rows.budgets();
    }

    @Singleton
    @Primary
    Reconciliation reconciliation(
            MemoryRows rows,
            InMemoryObjects objects,
            CallbackLinks links,
            Policies policies,
            SettableClock clock) {
        return new Reconciliation(
                new Reconciliation.Desk(
                        rows.attempts(),
                        rows.productions(),
                        rows.evidence(),
                        rows.inbox(),
                        rows.audit(),
                        rows.agenda(Duration.ofSeconds(1)),
                        rows.signals(),
                        new MemorySendMark()),
                new Router(new Judgement(Standings.ALL_WELL, Budgets.NONE, true), clock),
                new OrderDesk(objects, objects, links, clock),
                new CallBudgets(Waits.real()),
                new Ids(clock, new SecureRandom()),
                Surroundings.real(policies, Observations.NONE, clock));
    }

    /** What is compared with invoices is compared in a database. */
    @Singleton
    @Primary
    @Bean(preDestroy = "close")
    Rows database(SettableClock clock) throws IOException {
        return SqliteRows.open(Files.createTempDirectory("rows"), clock);
    }

    @Singleton
    @Primary
    UploadFolder uploads() throws IOException {
        return new UploadFolder(Files.createTempDirectory("uploads"));
    }

    @Singleton
    @Primary
    InvoiceLayouts layouts() {
        InvoiceColumns named =
                new InvoiceColumns(
                        "Prediction", "Cost", null, null, null, Currency.getInstance("USD"));
        Map<String, InvoiceColumns> layouts =
                Map.of("replicate", InvoiceColumns.USUAL, "named", named);
        return provider -> Optional.ofNullable(layouts.get(provider));
    }

    @Singleton
    @Primary
    Usages usages(Policies policies) {
        return new Usages(policies, new CallBudgets(Waits.real()), Waits.real());
    }

    @Singleton
    ConfiguredDesk desk() {
        return ConfiguredDesk.open();
    }

    @Singleton
    @Primary
    Configuration configuration(ConfiguredDesk desk) {
        return desk.configuration();
    }

    @Singleton
    @Primary
    Standing standing(ConfiguredDesk desk) {
        return desk.standing();
    }

    @Singleton
    @Primary
    Supplier<HttpSettings> settings() {
        HttpSettings settings =
                new HttpSettings(
                        Optional.of(URI.create("http://callback.test")),
                        Duration.ofHours(1),
                        HttpSettings.DEFAULT_LONGEST_WAIT,
                        new SecretKeySpec(new byte[32], "HmacSHA256"));
        return () -> settings;
    }

    @Singleton
    @Primary
    PublicAddress address(Provider<EmbeddedServer> server) {
        return () -> server.get().getURI();
    }

    @Singleton
    @Primary
    ClientSource clients(@Property(name = "vignette.test.clients") boolean configured) {
        Clients clients = new Clients(configured ? TestClients.ALL : List.<ClientAccess>of());
        return () -> clients;
    }

    @Singleton
    @Primary
    Policies policies() {
        FetchRules rules =
                new FetchRules(
                        List.of(), Set.of(), false, false, 0, 25_000_000, Duration.ofMinutes(1));
        Limits limits = new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
        Map<String, ProviderSlot> providers =
                Map.of(
                        "narrow",
                        new ProviderSlot(new DeclaredProvider("narrow", 4), "fake", limits, rules),
                        "wide",
                        new ProviderSlot(new DeclaredProvider("wide", 13), "fake", limits, rules));
        Policy policy =
                new Policy(
                        0,
                        providers,
                        Map.of(),
                        Map.of(),
                        PriceList.EMPTY,
                        Duration.ofHours(24),
                        Duration.ofHours(1),
                        Optional.of(Duration.ofDays(1)),
                        UnknownOutcome.HOLD,
                        Optional.empty(),
                        Failover.USUAL,
                        Accounting.PLAIN,
                        true);
        return Policies.always(() -> policy);
    }
}
