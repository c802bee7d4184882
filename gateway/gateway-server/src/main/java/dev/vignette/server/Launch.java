package dev.vignette.server;

import dev.vignette.provider.AdapterFactory;
import dev.vignette.server.accounts.Accounts;
import dev.vignette.server.live.Candidate;
import dev.vignette.server.live.Candidates;
import dev.vignette.server.live.Sight;
import dev.vignette.server.settings.ClientSettings;
import dev.vignette.server.settings.Environment;
import dev.vignette.server.settings.EnvironmentSettings;
import dev.vignette.server.settings.FileSettings;
import dev.vignette.server.settings.FileText;
import dev.vignette.server.settings.OperatorFile;
import dev.vignette.server.settings.Settings;
import dev.vignette.server.settings.SettingsReader;
import dev.vignette.server.settings.StartRefused;
import dev.vignette.server.tracing.Traces;
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
 * @param settings what the environment says, and where the operator's file is
 * @param texts reads that file
 * @param first what the file held
 * @param file what that says
 */
record Launch(
        ApplicationContext context,
        Settings settings,
        FileText texts,
        Sight first,
        FileSettings file)
        implements AutoCloseable {

    /**
     * Reads the configuration.
     *
     * @throws StartRefused when it cannot be used
     */
    static Launch prepare(Environment environment, Optional<Path> config, boolean sandbox) {
        SettingsReader reader = new SettingsReader(environment);
        EnvironmentSettings surroundings = reader.environment(sandbox);
        OperatorFile file = reader.source(config);
        ApplicationContext context = context(surroundings);
        try {
            FileText texts = reader.texts(surroundings, adapters(context));
            Optional<String> first = file.firstText();
            return new Launch(
                    context,
                    new Settings(surroundings, file),
                    texts,
                    first.<Sight>map(Sight.Text::new).orElseGet(Sight.Missing::new),
                    texts.read(
                            first.map(_ -> file.path().toString()).orElse("defaults"),
                            first.orElse("")));
        } catch (StartRefused refused) {
            context.close();
            throw refused;
        }
    }

    /**
     * Opens the gateway on the accounts there.
     *
     * @param guest a client that is there although the file does not name it
     * @throws StartRefused when nobody could be served, or the wrong people
     */
    Gateway start(Accounts.Access access, Optional<ClientSettings> guest) {
        boolean callable = settings.environment().callbackUrl().isPresent();
        Accounts accounts =
                new Accounts(adapters(context), access, Clock.systemUTC(), callable, headers());
        Candidates candidates =
                new Candidates(settings.environment(), texts, accounts, credentials(), guest);
        String text = first instanceof Sight.Text(String content) ? content : "";
        try (Candidate candidate = candidates.read(settings.file().path().toString(), text)) {
            new StartNotes(settings, candidate).log();
            context.registerSingleton(Settings.class, settings);
            context.registerSingleton(Candidates.class, candidates);
            context.registerSingleton(Sight.class, first);
            return Gateway.start(context, settings);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private Supplier<Map<String, String>> headers() {
        return context.getBean(Traces.class)::headers;
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
