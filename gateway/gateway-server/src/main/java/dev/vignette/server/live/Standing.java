package dev.vignette.server.live;

import dev.vignette.server.settings.FileSettings;
import dev.vignette.server.settings.FileText;
import dev.vignette.server.settings.OperatorFile;
import dev.vignette.store.ConfigurationStore;
import dev.vignette.store.ConfigurationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells operators how the file and what is in force stand to each other. Changes nothing. */
public final class Standing {
    private final Configuration configuration;
    private final InForce inForce;
    private final Refusals refusals;
    private final ConfigurationStore store;
    private final OperatorFile file;
    private final FileSettings atStart;

    /**
     * @param configuration sees the file
     * @param inForce what is in force; something is
     * @param refusals what was refused
     * @param store keeps versions
     * @param file where the operator's file is
     */
    public Standing(
            Configuration configuration,
            InForce inForce,
            Refusals refusals,
            ConfigurationStore store,
            OperatorFile file) {
        this.configuration = configuration;
        this.inForce = inForce;
        this.refusals = refusals;
        this.store = store;
        this.file = file;
        this.atStart = inForce.current().settings();
    }

    /**
     * A version in the list.
     *
     * @param version the version
     * @param changed the keys it changed
     */
    public record Listed(ConfigurationVersion version, List<String> changed) {}

    /** The version in force here. */
    public ConfigurationVersion current() {
        return inForce.current().version();
    }

    /** The path of the file, as it was configured. */
    public String path() {
        return file.path().toString();
    }

    /** What of the file is refused now. */
    public Optional<Refused> refused() {
        return refusals.last();
    }

    /** The keys whose change takes effect at the next start. */
    public List<String> needRestart() {
        return atStart.cache().maxSize().equals(inForce.current().settings().cache().maxSize())
                ? List.of()
                : List.of("vignette.cache.max-size");
    }

    /** Why the file on disk is not what is in force; empty when it is. */
    public Optional<String> outOfSync() {
        ConfigurationVersion now = current();
        if (inForce.followed() > now.number()) {
            return Optional.of(
                    "version " + inForce.followed() + " is in force and cannot be used here");
        }
        return switch (configuration.seen()) {
            case Sight.Text text -> outOfSync(now, text);
            case Sight.Missing() when now.text().isEmpty() && !file.named() -> Optional.empty();
            case Sight.Missing() -> Optional.of("the file is not there; what was in force stays");
            case Sight.Unreadable(String why) ->
                    Optional.of("the file cannot be read (" + why + "); what was in force stays");
        };
    }

    private Optional<String> outOfSync(ConfigurationVersion now, Sight.Text text) {
        if (text.hash().equals(now.hash())) {
            return Optional.empty();
        }
        if (text.hash().equals(now.setAside())) {
            return Optional.of(
                    "it was rolled back: what the file holds is ignored until the file changes");
        }
        return refused().filter(refused -> refused.hash().equals(text.hash())).isPresent()
                ? Optional.of("what the file holds was refused")
                : Optional.of("something else was put into force by another gateway");
    }

    /** The latest versions, newest first. */
    public List<Listed> latest(int limit) {
        List<ConfigurationVersion> versions = store.latest(limit + 1);
        List<Listed> listed = new ArrayList<>();
        for (int i = 0; i < Math.min(limit, versions.size()); i++) {
            String before = i + 1 < versions.size() ? versions.get(i + 1).text() : "";
            listed.add(
                    new Listed(
                            versions.get(i), FileText.changedKeys(before, versions.get(i).text())));
        }
        return listed;
    }

    /** The version of that number. */
    public Optional<ConfigurationVersion> find(long number) {
        return store.find(number);
    }
}
