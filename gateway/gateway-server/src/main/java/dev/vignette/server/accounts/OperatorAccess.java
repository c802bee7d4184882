package dev.vignette.server.accounts;

import dev.vignette.provider.AdapterFactory;
import dev.vignette.provider.Secret;
import dev.vignette.server.settings.Environment;
import dev.vignette.server.settings.ProviderSettings;
import java.net.URI;
import java.util.Optional;

/** Real vendors: credentials and addresses come from the environment and the file. */
public final class OperatorAccess implements Accounts.Access {
    private final Environment environment;

    /** Looks into that environment. */
    public OperatorAccess(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Optional<Secret> credential(ProviderSettings provider, AdapterFactory<?> adapter) {
        return environment.secret(variable(provider, adapter));
    }

    @Override
    public Optional<URI> movedTo(ProviderSettings provider, AdapterFactory<?> adapter) {
        return Optional.ofNullable(provider.common().baseUrl())
                .or(() -> environment.address(adapter.environment().baseUrlVariable()));
    }

    @Override
    public String remedy(ProviderSettings provider, AdapterFactory<?> adapter) {
        return "set " + variable(provider, adapter);
    }

    private static String variable(ProviderSettings provider, AdapterFactory<?> adapter) {
        return Optional.ofNullable(provider.common().credentialVariable())
                .orElse(adapter.environment().credentialVariable());
    }
}
