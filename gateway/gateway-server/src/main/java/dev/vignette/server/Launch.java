package dev.vignette.server;

import dev.vignette.provider.AdapterFactory;
import dev.vignette.server.settings.Addresses;
import dev.vignette.server.settings.Environment;
import dev.vignette.server.settings.EnvironmentSettings;
import dev.vignette.server.settings.Settings;
import dev.vignette.server.settings.SettingsReader;
import dev.vignette.server.settings.StartRefused;
import dev.vignette.server.tracing.Traces;
import dev.vignette.server.wiring.Accounts;
import dev.vignette.server.wiring.ServerProperties;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What is known before anything is opened.
 *
 * @param context finds the parts of the program
 * @param settings what the operator decided
 */
record Launch(ApplicationContext context, Settings settings) implements AutoCloseable {

    /**
     * Reads the configuration.
     *
     * @throws StartRefused when it cannot be used
     */
    static Launch prepare(Environment environment, Optional<Path> config, boolean sandbox) {
        SettingsReader reader = new SettingsReader(environment);
        EnvironmentSettings surroundings = reader.environment(sandbox);
        ApplicationContext context = context(surroundings);
        try {
            return new Launch(context, reader.file(surroundings, config, adapters(context)));
        } catch (StartRefused refused) {
            context.close();
            throw refused;
        }
    }

    /** The same with other settings. */
    Launch with(Settings other) {
        return new Launch(context, other);
    }

    /**
     * Opens the accounts there, and the gateway on them.
     *
     * @throws StartRefused when nobody could be served, or the wrong people
     */
    Gateway start(Accounts.Access access) {
        refuseStrangers();
        boolean callable = settings.environment().callbackUrl().isPresent();
        Accounts.Opened accounts =
                new Accounts(adapters(context), access, Clock.systemUTC(), callable, headers())
                        .open(settings.file().providers());
        if (accounts.usable().isEmpty()) {
            throw new StartRefused(
                    "no provider is configured; set "
                            + credentials()
                            + ", or try --sandbox, which needs none");
        }
        new StartNotes(settings, accounts).log();
        context.registerSingleton(Settings.class, settings);
        context.registerSingleton(Accounts.Opened.class, accounts);
        return Gateway.start(context, settings);
    }

    @Override
    public void close() {
        context.close();
    }

    private Supplier<Map<String, String>> headers() {
        return context.getBean(Traces.class)::headers;
    }

    private void refuseStrangers() {
        String host = settings.environment().api().host();
        if (settings.file().clients().isEmpty() && !Addresses.loopback(host)) {
            throw new StartRefused(
                    "others can reach VIGNETTE_HOST=%s and no client is configured; make one with"
                                    .formatted(host)
                            + " 'vignette key NAME', or set VIGNETTE_HOST=127.0.0.1");
        }
    }

    private String credentials() {
        return adapters(context).stream()
                .map(adapter -> adapter.environment().credentialVariable())
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    @SuppressWarnings("unchecked") // every factory is one of some settings
    private static Collection<AdapterFactory<?>> adapters(ApplicationContext context) {
        return (Collection<AdapterFactory<?>>)
                (Collection<?>) List.copyOf(context.getBeansOfType(AdapterFactory.class));
    }

    private static ApplicationContext context(EnvironmentSettings surroundings) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .banner(false)
                .properties(ServerProperties.of(surroundings))
                .start();
    }
}
