package dev.vignette.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.provider.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    @TempDir Path directory;

    @Test
    void whatIsEmptyIsNotSet() {
        Environment environment = new Environment(Map.of("TOKEN", " ", "TOKEN_FILE", ""));

        assertThat(environment.secret("TOKEN")).isEmpty();
    }

    @Test
    void readsASecretFromAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "s3cret\n");
        Environment environment = new Environment(Map.of("TOKEN_FILE", file.toString()));

        assertThat(environment.secret("TOKEN")).contains(new Secret("s3cret"));
    }

    @Test
    void refusesTwoPlacesForOneSecret() {
        Environment environment = new Environment(Map.of("TOKEN", "a", "TOKEN_FILE", "b"));

        assertThatThrownBy(() -> environment.secret("TOKEN"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("environment: TOKEN and TOKEN_FILE are both set; set one of them");
    }

    @Test
    void refusesAFileThatIsNotThereWithoutNamingIt() {
        Environment environment = new Environment(Map.of("TOKEN_FILE", "/nowhere/at/all"));

        assertThatThrownBy(() -> environment.secret("TOKEN"))
                .hasMessage("environment: the file that TOKEN_FILE names cannot be read");
    }

    @Test
    void hasADefaultForEverything() {
        EnvironmentSettings settings = EnvironmentSettings.read(new Environment(Map.of()), false);

        assertThat(settings.api()).isEqualTo(new EnvironmentSettings.Listener("127.0.0.1", 8080));
        assertThat(settings.management())
                .isEqualTo(new EnvironmentSettings.Listener("127.0.0.1", 8081));
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("vignette-data"));
        assertThat(settings.bucket()).isEmpty();
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.callbackUrl()).isEmpty();
    }

    @Test
    void readsABucketAndAddressesWithoutTheirLastSlash() {
        Map<String, String> variables =
                Map.of(
                        "VIGNETTE_S3_BUCKET", "pictures",
                        "VIGNETTE_S3_PATH_STYLE", "true",
                        "VIGNETTE_PUBLIC_URL", "https://gateway.example/");

        EnvironmentSettings settings = EnvironmentSettings.read(new Environment(variables), false);

        assertThat(settings.bucket().orElseThrow().pathStyle()).isTrue();
        assertThat(settings.publicUrl()).contains(URI.create("https://gateway.example"));
    }

    @Test
    void theSandboxIgnoresRealStores() {
        Map<String, String> variables =
                Map.of(
                        "VIGNETTE_S3_BUCKET", "pictures",
                        "VIGNETTE_DATABASE_URL", "jdbc:postgresql://db/vignette");

        EnvironmentSettings settings = EnvironmentSettings.read(new Environment(variables), true);

        assertThat(settings.bucket()).isEmpty();
        assertThat(settings.shared()).isFalse();
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("vignette-sandbox"));
    }

    @Test
    void readsADatabaseThatGatewaysShare() throws Exception {
        Path password = Files.writeString(directory.resolve("password"), "s3cret\n");
        Map<String, String> variables =
                Map.of(
                        "VIGNETTE_S3_BUCKET", "pictures",
                        "VIGNETTE_DATABASE_URL", "jdbc:postgresql://db/vignette",
                        "VIGNETTE_DATABASE_USERNAME", "gateway",
                        "VIGNETTE_DATABASE_PASSWORD_FILE", password.toString());

        EnvironmentSettings settings = EnvironmentSettings.read(new Environment(variables), false);

        assertThat(settings.shared()).isTrue();
        assertThat(settings.database())
                .contains(
                        new EnvironmentSettings.Database(
                                new Secret("jdbc:postgresql://db/vignette"),
                                Optional.of("gateway"),
                                Optional.of(new Secret("s3cret"))));
    }

    @Test
    void refusesADatabaseOfAnotherMake() {
        Environment environment =
                new Environment(
                        Map.of(
                                "VIGNETTE_S3_BUCKET", "pictures",
                                "VIGNETTE_DATABASE_URL", "jdbc:mysql://root:hush@db/vignette"));

        assertThatThrownBy(() -> EnvironmentSettings.read(environment, false))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(
                        "environment: VIGNETTE_DATABASE_URL is an address such as"
                                + " jdbc:postgresql://db:5432/vignette");
    }

    @Test
    void refusesToShareRowsWithoutSharingPictures() {
        Environment environment =
                new Environment(Map.of("VIGNETTE_DATABASE_URL", "jdbc:postgresql://db/vignette"));

        assertThatThrownBy(() -> EnvironmentSettings.read(environment, false))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("set VIGNETTE_S3_BUCKET, or unset VIGNETTE_DATABASE_URL");
    }

    @Test
    void refusesWhatIsNoPortNoAddressAndNoFlag() {
        Environment environment =
                new Environment(Map.of("PORT", "70000", "URL", "gateway.example", "FLAG", "yes"));

        assertThatThrownBy(() -> environment.port("PORT", 1)).hasMessageContaining("0 to 65535");
        assertThatThrownBy(() -> environment.address("URL")).hasMessageContaining("http or https");
        assertThatThrownBy(() -> environment.flag("FLAG")).hasMessageContaining("true or false");
    }
}
