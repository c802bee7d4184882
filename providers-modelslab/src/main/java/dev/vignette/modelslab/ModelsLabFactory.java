package dev.vignette.modelslab;

import dev.vignette.portrait.Kind;
import dev.vignette.provider.Account;
import dev.vignette.provider.AdapterEnvironment;
import dev.vignette.provider.AdapterFactory;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Limits;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The way into ModelsLab's adapter. */
@Singleton
public final class ModelsLabFactory implements AdapterFactory<ModelsLabSettings> {
    /**
     * How long the answer to an order may take. How long the vendor holds it back is not
     * documented; public clients wait 30 to 120 seconds.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** How long the answer to a probe may take: nothing is drawn for it. */
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(10);

    /** What a pay-as-you-go account may have queued (documentation, "Rate limits"). */
    private static final int QUEUE = 5;

    @Override
    public String adapter() {
        return "modelslab";
    }

    @Override
    public Class<ModelsLabSettings> settingsType() {
        return ModelsLabSettings.class;
    }

    @Override
    public AdapterEnvironment environment() {
        return new AdapterEnvironment(
                "MODELSLAB_API_KEY", "MODELSLAB_BASE_URL", URI.create("https://modelslab.com/api"));
    }

    @Override
    public Limits limits(ModelsLabSettings settings) {
        return new Limits(OptionalInt.of(QUEUE), OptionalInt.empty(), OptionalInt.empty());
    }

    @Override
    public List<String> outputHosts() {
        return List.of(
                ".r2.dev",
                "cdn2.stablediffusionapi.com",
                "assets.modelslab.ai",
                "assets.modelslab.com",
                ".modelslab.com");
    }

    @Override
    public List<String> advice(ModelsLabSettings settings, boolean callable) {
        Prompts prompts = new Prompts(settings);
        return Arrays.stream(Kind.values())
                .filter(kind -> !prompts.haveRoom(kind))
                .map(kind ->
                        "default-prompts: "
                                + kind.wireName()
                                + " is so long that some poses or backgrounds are left out behind"
                                + " it; a whole prompt has up to "
                                + Prompts.LONGEST
                                + " characters")
                .toList();
    }

    @Override
    public ImageProvider open(Account<ModelsLabSettings> account) {
        return open(account, PATIENCE);
    }

    /** Opens an account that waits so long for the answer to an order. */
    static ImageProvider open(Account<ModelsLabSettings> account, Duration patience) {
        Duration shorter = patience.compareTo(PROBE_PATIENCE) < 0 ? patience : PROBE_PATIENCE;
        return new ModelsLabProvider(
                account, new ModelsLabWire(account, patience), new ModelsLabWire(account, shorter));
    }
}
