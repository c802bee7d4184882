package dev.vignette.server.live;

import dev.vignette.server.accounts.Accounts;
import dev.vignette.server.settings.Addresses;
import dev.vignette.server.settings.ClientSettings;
import dev.vignette.server.settings.EnvironmentSettings;
import dev.vignette.server.settings.FileSettings;
import dev.vignette.server.settings.FileText;
import dev.vignette.server.settings.StartRefused;
import dev.vignette.store.ConfigurationVersion;
import java.util.Optional;

/** Reads what a text would mean if it came into force, and refuses what could not serve. */
public final class Candidates {
    private final EnvironmentSettings environment;
    private final FileText reader;
    private final Accounts accounts;
    private final String credentials;
    private final Optional<ClientSettings> guest;

    /**
     * @param environment where the gateway runs
     * @param reader reads texts
     * @param accounts opens the accounts
     * @param credentials the variables of which one has to be set, in words
     * @param guest a client that is there although no file names it; empty when there is none
     */
    public Candidates(
            EnvironmentSettings environment,
            FileText reader,
            Accounts accounts,
            String credentials,
            Optional<ClientSettings> guest) {
        this.environment = environment;
        this.reader = reader;
        this.accounts = accounts;
        this.credentials = credentials;
        this.guest = guest;
    }

    /**
     * Reads a text; nothing comes into force by it, and nobody is called. To be closed.
     *
     * @param source what to call the text in messages
     * @throws dev.vignette.server.settings.InvalidSettings with every fault that was found
     * @throws StartRefused when nobody could be served by it, or strangers would be
     */
    public Candidate read(String source, String text) {
        FileSettings settings = welcome(reader.read(source, text));
        refuseStrangers(settings);
        Accounts.Opened opened = accounts.open(settings.providers());
        if (opened.usable().isEmpty()) {
            opened.close();
            throw new StartRefused(
                    "no provider is configured; set "
                            + credentials
                            + ", or try --sandbox, which needs none");
        }
        return new Candidate(text, settings, opened, environment.sandbox());
    }

    /** Reads a version that was in force, here or elsewhere. */
    Candidate read(ConfigurationVersion version) {
        return read("version " + version.number() + " of the configuration", version.text());
    }

    /** The guest needs a key only where others do. */
    private FileSettings welcome(FileSettings settings) {
        return settings.clients().isEmpty() ? settings : guest.map(settings::with).orElse(settings);
    }

    private void refuseStrangers(FileSettings settings) {
        String host = environment.api().host();
        if (settings.clients().isEmpty() && !Addresses.loopback(host)) {
            throw new StartRefused(
                    "others can reach VIGNETTE_HOST=%s and no client is configured; make one with"
                                    .formatted(host)
                            + " 'vignette key NAME', or set VIGNETTE_HOST=127.0.0.1");
        }
    }
}
