package dev.vignette.server.settings;

import dev.vignette.provider.Account;
import dev.vignette.provider.AdapterEnvironment;
import dev.vignette.provider.AdapterFactory;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Limits;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A vendor that exists only in tests. */
public final class StudioAdapter implements AdapterFactory<StudioAdapter.StudioSettings> {
    private final String name;

    /** An adapter of that name. */
    public StudioAdapter(String name) {
        this.name = name;
    }

    /** Keys of the vendor alone. */
    public record StudioSettings(@Nullable String model, Mood mood, @Nullable Integer retakes) {
        public StudioSettings {
            mood = Objects.requireNonNullElse(mood, Mood.CALM);
            if (mood == Mood.WILD_AT_HEART) {
                throw new IllegalArgumentException("'mood: wild_at_heart' is not available yet");
            }
        }
    }

    /** A choice of the vendor. */
    public enum Mood {
        CALM,
        WILD_AT_HEART
    }

    @Override
    public String adapter() {
        return name;
    }

    @Override
    public Class<StudioSettings> settingsType() {
        return StudioSettings.class;
    }

    @Override
    public AdapterEnvironment environment() {
        String prefix = name.toUpperCase(Locale.ROOT);
        return new AdapterEnvironment(
                prefix + "_KEY", prefix + "_URL", URI.create("https://" + name + ".test/v1"));
    }

    @Override
    public Limits limits(StudioSettings settings) {
        return new Limits(OptionalInt.of(7), OptionalInt.empty(), OptionalInt.of(99));
    }

    @Override
    public List<String> outputHosts() {
        return List.of(".pictures.test");
    }

    @Override
    public List<String> advice(StudioSettings settings, boolean callable) {
        return settings.model() == null ? List.of(name + " chooses the model") : List.of();
    }

    @Override
    public ImageProvider open(Account<StudioSettings> account) {
        return new IdleProvider(account);
    }
}
