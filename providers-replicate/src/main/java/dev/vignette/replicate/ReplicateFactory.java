package dev.vignette.replicate;

import dev.vignette.provider.Account;
import dev.vignette.provider.AdapterEnvironment;
import dev.vignette.provider.AdapterFactory;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Limits;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The way into the adapter for Replicate. */
@Singleton
public final class ReplicateFactory implements AdapterFactory<ReplicateSettings> {
    /**
     * Longer than any answer to an order has been documented to take: the wait asked for plus a
     * queue.
     */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Documented are 600 orders and 3,000 other calls a minute; a fifth of the latter is left free.
     */
    private static final Limits LIMITS =
            new Limits(OptionalInt.of(200), OptionalInt.of(600), OptionalInt.of(2700));

    private final JsonMapper json;

    /** A factory whose adapters read and write JSON with this mapper. */
    public ReplicateFactory(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String adapter() {
        return "replicate";
    }

    @Override
    public Class<ReplicateSettings> settingsType() {
        return ReplicateSettings.class;
    }

    @Override
    public AdapterEnvironment environment() {
        return new AdapterEnvironment(
                "REPLICATE_API_TOKEN",
                "REPLICATE_BASE_URL",
                URI.create("https://api.replicate.com/v1"));
    }

    @Override
    public Limits limits(ReplicateSettings settings) {
        return LIMITS;
    }

    @Override
    public List<String> outputHosts() {
        return List.of("replicate.delivery", ".replicate.delivery");
    }

    @Override
    public List<String> advice(ReplicateSettings settings, boolean callable) {
        List<String> advice = new ArrayList<>();
        if (settings.version().isEmpty()) {
            advice.add(
                    "model "
                            + settings.modelName()
                            + " is not pinned to a version: its pictures may change from one day"
                            + " to the next; pin it as owner/name:version");
        }
        if (settings.waitsForCalls() && !callable) {
            advice.add(
                    "completion: webhook needs an address where Replicate can call this gateway;"
                            + " there is none, so jobs are looked at as with poll");
        }
        return advice;
    }

    @Override
    public ImageProvider open(Account<ReplicateSettings> account) {
        return open(account, PATIENCE);
    }

    /** Opens an account whose calls wait so long for an answer. */
    ImageProvider open(Account<ReplicateSettings> account, Duration patience) {
        ReplicateWire wire = new ReplicateWire(account, json, patience);
        return new ReplicateProvider(account.name(), account.settings(), wire, account.clock());
    }
}
