package dev.vignette.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.provider.Secret;
import dev.vignette.server.settings.Environment;
import dev.vignette.server.settings.IdleProvider;
import dev.vignette.server.settings.ProviderKeys;
import dev.vignette.server.settings.ProviderSettings;
import dev.vignette.server.settings.StudioAdapter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountsTest {

    @Test
    void opensAnAccountWithItsCredential() {
        Accounts.Opened opened = open(Map.of("STUDIO_KEY", "s3cret"), keys(null, null, null));

        ProviderSlot slot = first(opened);
        assertThat(slot.adapter()).isEqualTo("studio");
        assertThat(slot.limits().inFlight()).isEqualTo(OptionalInt.of(7));
        assertThat(slot.outputs().hosts()).containsExactly(".pictures.test");
        assertThat(slot.outputs().trusted()).isEmpty();
        assertThat(slot.provider())
                .isInstanceOfSatisfying(
                        IdleProvider.class,
                        idle -> {
                            assertThat(idle.account().credential()).isEqualTo(new Secret("s3cret"));
                            assertThat(idle.account().baseUrl())
                                    .isEqualTo(URI.create("https://studio.test/v1"));
                        });
        assertThat(opened.advice()).containsExactly("first: studio chooses the model");
    }

    @Test
    void saysWhatToSetForAnAccountWithoutCredential() {
        Accounts.Opened opened = open(Map.of(), keys(null, null, "SECOND_KEY"));

        assertThat(opened.usable()).isEmpty();
        assertThat(opened.unusable())
                .containsExactly(Map.entry("first", "not configured: set SECOND_KEY"));
    }

    @Test
    void leavesADisabledAccountAlone() {
        Accounts.Opened opened = open(Map.of("STUDIO_KEY", "s3cret"), keys(false, null, null));

        assertThat(opened.unusable()).containsExactly(Map.entry("first", "disabled"));
    }

    @Test
    void takesTheOperatorsLimitsBeforeTheAdapters() {
        Accounts.Opened opened = open(Map.of("STUDIO_KEY", "s3cret"), keys(null, 3, null));

        assertThat(first(opened).limits().inFlight()).isEqualTo(OptionalInt.of(3));
    }

    @Test
    void trustsTheOriginOfAnApiThatWasMoved() {
        Map<String, String> moved =
                Map.of("STUDIO_KEY", "s3cret", "STUDIO_URL", "http://127.0.0.1:9000/v1");

        Accounts.Opened opened = open(moved, keys(null, null, null));

        assertThat(first(opened).outputs().trusted())
                .containsExactly(URI.create("http://127.0.0.1:9000"));
    }

    private static Accounts.Opened open(Map<String, String> variables, ProviderKeys keys) {
        ProviderSettings provider =
                new ProviderSettings(
                        "first",
                        "studio",
                        keys,
                        new StudioAdapter.StudioSettings(null, StudioAdapter.Mood.CALM, null));
        return new Accounts(
                        List.of(new StudioAdapter("studio")),
                        new OperatorAccess(new Environment(variables)),
                        Clock.systemUTC(),
                        false)
                .open(List.of(provider));
    }

    private static ProviderSlot first(Accounts.Opened opened) {
        return Objects.requireNonNull(opened.usable().get("first"));
    }

    private static ProviderKeys keys(
            @Nullable Boolean enabled,
            @Nullable Integer inFlight,
            @Nullable String credentialVariable) {
        return new ProviderKeys(
                null, enabled, inFlight, null, null, null, credentialVariable, null);
    }
}
