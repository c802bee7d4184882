package dev.vignette.server;

import dev.vignette.provider.AdapterFactory;
import dev.vignette.sandbox.ProviderDouble;
import dev.vignette.sandbox.SandboxSettings;
import dev.vignette.server.sandbox.Doubles;
import dev.vignette.server.settings.Addresses;
import dev.vignette.server.settings.Environment;
import dev.vignette.server.settings.EnvironmentSettings;
import dev.vignette.server.settings.Settings;
import dev.vignette.server.settings.SettingsReader;
import dev.vignette.server.settings.StartRefused;
import dev.vignette.server.wiring.Accounts;
import dev.vignette.server.wiring.OperatorAccess;
import dev.vignette.server.wiring.ServerProperties;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything on the way from the command line to a gateway that could start. */
final class Launch implements AutoCloseable {
    private final Environment environment;
    private final ApplicationContext context;
    private final Settings settings;

    private Launch(Environment environment, ApplicationContext context, Settings settings) {
        this.environment = environment;
        this.context = context;
        this.settings = settings;
    }

    /**
     * Reads the configuration. Opens and starts nothing.
     *
     * @throws StartRefused when it cannot be used
     */
    static Launch prepare(Environment environment, Optional<Path> config, boolean sandbox) {
        SettingsReader reader = new SettingsReader(environment);
        EnvironmentSettings surroundings = reader.environment(sandbox);
        ApplicationContext context = context(surroundings);
        try {
            Settings settings = reader.file(surroundings, config, adapters(context));
            return new Launch(environment, context, settings);
        } catch (StartRefused refused) {
            context.close();
            throw refused;
        }
    }

    Settings settings() {
        return settings;
    }

    ApplicationContext context() {
        return context;
    }

    /**
     * Opens the accounts; in the sandbox, at doubles that it starts.
     *
     * @throws StartRefused when the gateway could not or should not serve
     */
    Accounts.Opened accounts() {
        refuseStrangers();
        Accounts.Access access =
                settings.environment().sandbox() ? doubles() : new OperatorAccess(environment);
        Collection<AdapterFactory<?>> adapters = adapters(context);
        Accounts.Opened opened =
                new Accounts(adapters, access, Clock.systemUTC())
                        .open(settings.file().providers());
        if (opened.usable().isEmpty()) {
            throw new StartRefused(
                    "no provider is configured; set "
                            + variables(adapters)
                            + ", or try --sandbox, which needs none");
        }
        return opened;
    }

    @Override
    public void close() {
        context.close();
    }

    private void refuseStrangers() {
        String host = settings.environment().api().host();
        if (settings.file().clients().isEmpty() && !Addresses.loopback(host)) {
            throw new StartRefused(
                    "VIGNETTE_HOST=%s can be reached by others and no client is configured; make one"
                                    .formatted(host)
                            + " with 'vignette key NAME', or set VIGNETTE_HOST=127.0.0.1");
        }
    }

    private Doubles doubles() {
        Doubles doubles =
                new Doubles(
                        context.getBeansOfType(ProviderDouble.class),
                        SandboxSettings.forPeople(Clock.systemUTC()));
        context.registerSingleton(Doubles.class, doubles);
        return doubles;
    }

    private static String variables(Collection<AdapterFactory<?>> adapters) {
        return adapters.stream()
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
