package dev.vignette.server.wiring;

import static java.util.stream.Collectors.toMap;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.fetch.FetchRules;
import dev.vignette.provider.Account;
import dev.vignette.provider.AdapterFactory;
import dev.vignette.provider.Limits;
import dev.vignette.provider.Secret;
import dev.vignette.server.settings.Addresses;
import dev.vignette.server.settings.ProviderSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens the configured accounts, as far as they are enabled and have a credential. */
public final class Accounts {
    private static final int REDIRECTS = 3;
    private static final long LARGEST_PICTURE = 50_000_000;
    private static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(2);

    private final Map<String, AdapterFactory<?>> adapters;
    private final Access access;
    private final Clock clock;
    private final boolean callable;
    private final Supplier<Map<String, String>> headers;

    /** Accounts whose calls carry nothing of ours. */
    public Accounts(
            Collection<? extends AdapterFactory<?>> adapters,
            Access access,
            Clock clock,
            boolean callable) {
        this(adapters, access, clock, callable, Map::of);
    }

    /**
     * Accounts of these vendors.
     *
     * @param access where they are and with which credentials
     * @param clock tells the time
     * @param callable whether providers can call this gateway
     * @param headers what every call to them carries
     */
    public Accounts(
            Collection<? extends AdapterFactory<?>> adapters,
            Access access,
            Clock clock,
            boolean callable,
            Supplier<Map<String, String>> headers) {
        this.adapters =
                adapters.stream().collect(toMap(AdapterFactory::adapter, adapter -> adapter));
        this.access = access;
        this.clock = clock;
        this.callable = callable;
        this.headers = headers;
    }

    /** Where vendors are and how one gets in. */
    public interface Access {

        /** The account's credential, or empty when there is none. */
        Optional<Secret> credential(ProviderSettings provider, AdapterFactory<?> adapter);

        /** Where the vendor's API was moved to, or empty when it is where it always is. */
        Optional<URI> movedTo(ProviderSettings provider, AdapterFactory<?> adapter);

        /** What to do for a credential, for example {@code set REPLICATE_API_TOKEN}. */
        String remedy(ProviderSettings provider, AdapterFactory<?> adapter);
    }

    /**
     * The accounts.
     *
     * @param usable those that may be routed to, by their names
     * @param unusable the others, by their names, each with the reason
     * @param advice sentences the operator should see at start
     */
    public record Opened(
            Map<String, ProviderSlot> usable, Map<String, String> unusable, List<String> advice) {}

    /** Opens what can be opened. Does not call out. */
    public Opened open(List<ProviderSettings> providers) {
        Opened opened = new Opened(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        providers.forEach(provider -> open(provider, opened));
        return opened;
    }

    private void open(ProviderSettings provider, Opened opened) {
        AdapterFactory<?> adapter = Objects.requireNonNull(adapters.get(provider.adapter()));
        if (Boolean.FALSE.equals(provider.common().enabled())) {
            opened.unusable().put(provider.name(), "disabled");
            return;
        }
        access.credential(provider, adapter)
                .ifPresentOrElse(
                        credential -> open(provider, adapter, credential, opened),
                        () ->
                                opened.unusable()
                                        .put(
                                                provider.name(),
                                                "not configured: "
                                                        + access.remedy(provider, adapter)));
    }

    private <S extends Record> void open(
            ProviderSettings provider,
            AdapterFactory<S> adapter,
            Secret credential,
            Opened opened) {
        S settings = Objects.requireNonNull(adapter.settingsType().cast(provider.vendor()));
        Optional<URI> moved = access.movedTo(provider, adapter);
        URI baseUrl = moved.orElse(adapter.environment().defaultBaseUrl());
        Account<S> account =
                new Account<>(provider.name(), settings, baseUrl, credential, clock, headers);
        opened.usable()
                .put(
                        provider.name(),
                        new ProviderSlot(
                                adapter.open(account),
                                adapter.adapter(),
                                limits(provider, adapter.limits(settings)),
                                outputs(provider, adapter, moved)));
        adapter.advice(settings, callable)
                .forEach(sentence -> opened.advice().add(provider.name() + ": " + sentence));
    }

    private static Limits limits(ProviderSettings provider, Limits usual) {
        return new Limits(
                chosen(provider.common().inFlight(), usual.inFlight()),
                chosen(provider.common().requestsPerMinute(), usual.ordersPerMinute()),
                usual.readsPerMinute());
    }

    private static OptionalInt chosen(@Nullable Integer configured, OptionalInt usual) {
        return configured == null ? usual : OptionalInt.of(configured);
    }

    private static FetchRules outputs(
            ProviderSettings provider, AdapterFactory<?> adapter, Optional<URI> moved) {
        return new FetchRules(
                Objects.requireNonNullElse(provider.common().outputHosts(), adapter.outputHosts()),
                moved.map(Addresses::origin).map(Set::of).orElse(Set.of()),
                false,
                false,
                REDIRECTS,
                LARGEST_PICTURE,
                LONGEST_DOWNLOAD);
    }
}
