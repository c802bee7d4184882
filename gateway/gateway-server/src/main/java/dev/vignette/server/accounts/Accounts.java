package dev.vignette.server.accounts;

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
import java.util.Collections;
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
    private final OpenLines open = new OpenLines();

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
     * @param advice sentences the operator should see
     * @param giveBack closes the lines that nobody else uses
     */
    public record Opened(
            Map<String, ProviderSlot> usable,
            Map<String, String> unusable,
            List<String> advice,
            Runnable giveBack)
            implements AutoCloseable {

        public Opened {
            usable = Collections.unmodifiableMap(usable);
            unusable = Collections.unmodifiableMap(unusable);
            advice = List.copyOf(advice);
        }

        /** Nobody here calls them any more. To be called once. */
        @Override
        public void close() {
            giveBack.run();
        }
    }

    /**
     * Opens what can be opened. An account that is open already under the same settings is the very
     * same: what it has learned stays, and so do its connections. Does not call out.
     */
    public Opened open(List<ProviderSettings> providers) {
        Map<String, ProviderSlot> usable = new LinkedHashMap<>();
        Map<String, String> unusable = new LinkedHashMap<>();
        List<String> advice = new ArrayList<>();
        List<OpenLines.Line<?>> lines = new ArrayList<>();
        for (ProviderSettings provider : providers) {
            AdapterFactory<?> adapter = Objects.requireNonNull(adapters.get(provider.adapter()));
            Optional<String> objection = objection(provider, adapter);
            if (objection.isPresent()) {
                unusable.put(provider.name(), objection.get());
                continue;
            }
            OpenLines.Line<?> line = line(provider, adapter);
            lines.add(line);
            usable.put(provider.name(), slot(provider, line));
            line.advice(callable)
                    .forEach(sentence -> advice.add(provider.name() + ": " + sentence));
        }
        return new Opened(usable, unusable, advice, () -> lines.forEach(open::giveBack));
    }

    private Optional<String> objection(ProviderSettings provider, AdapterFactory<?> adapter) {
        if (Boolean.FALSE.equals(provider.common().enabled())) {
            return Optional.of("disabled");
        }
        return access.credential(provider, adapter).isPresent()
                ? Optional.empty()
                : Optional.of("not configured: " + access.remedy(provider, adapter));
    }

    private <S extends Record> OpenLines.Line<S> line(
            ProviderSettings provider, AdapterFactory<S> adapter) {
        S settings = Objects.requireNonNull(adapter.settingsType().cast(provider.vendor()));
        URI baseUrl =
                access.movedTo(provider, adapter).orElse(adapter.environment().defaultBaseUrl());
        Secret credential = access.credential(provider, adapter).orElseThrow();
        return new OpenLines.Line<>(
                adapter,
                new Account<>(provider.name(), settings, baseUrl, credential, clock, headers));
    }

    private <S extends Record> ProviderSlot slot(
            ProviderSettings provider, OpenLines.Line<S> line) {
        AdapterFactory<S> adapter = line.adapter();
        return new ProviderSlot(
                open.take(line),
                adapter.adapter(),
                limits(provider, adapter.limits(line.account().settings())),
                outputs(provider, adapter, access.movedTo(provider, adapter)));
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
