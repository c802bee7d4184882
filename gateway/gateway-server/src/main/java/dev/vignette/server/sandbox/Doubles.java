package dev.vignette.server.sandbox;

import dev.vignette.provider.AdapterFactory;
import dev.vignette.provider.Secret;
import dev.vignette.sandbox.ProviderDouble;
import dev.vignette.sandbox.RunningDouble;
import dev.vignette.sandbox.SandboxSettings;
import dev.vignette.server.accounts.Accounts;
import dev.vignette.server.settings.ProviderSettings;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The doubles of all vendors, each on a port of its own. Real credentials are never looked at. */
public final class Doubles implements Accounts.Access, AutoCloseable {
    private final Map<String, RunningDouble> running = new TreeMap<>();

    /** Starts every vendor's double. */
    public Doubles(Collection<ProviderDouble> doubles, SandboxSettings settings) {
        doubles.forEach(one -> running.put(one.adapter(), one.start(settings)));
    }

    @Override
    public Optional<Secret> credential(ProviderSettings provider, AdapterFactory<?> adapter) {
        return of(adapter).map(RunningDouble::credential).map(Secret::new);
    }

    @Override
    public Optional<URI> movedTo(ProviderSettings provider, AdapterFactory<?> adapter) {
        return of(adapter).map(RunningDouble::baseUrl);
    }

    @Override
    public String remedy(ProviderSettings provider, AdapterFactory<?> adapter) {
        return "its vendor has no double";
    }

    /** Where each vendor's control calls are, by the adapter's name. */
    public Map<String, URI> controls() {
        Map<String, URI> controls = new TreeMap<>();
        running.forEach((adapter, one) -> controls.put(adapter, one.controlUrl()));
        return controls;
    }

    @Override
    public void close() {
        running.values().forEach(RunningDouble::close);
    }

    private Optional<RunningDouble> of(AdapterFactory<?> adapter) {
        return Optional.ofNullable(running.get(adapter.adapter()));
    }
}
