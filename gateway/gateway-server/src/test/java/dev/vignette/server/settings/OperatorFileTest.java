package dev.vignette.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import dev.vignette.server.http.auth.Scope;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorFileTest {
    private static final String SHA = "ab".repeat(32);
    private static final String DEFAULTS =
            """
            vignette:
              routes:
                headshot:
                  - {provider: studio, weight: 100}
                  - {provider: elsewhere, role: fallback}
            """;

    @Test
    void withoutAFileEverythingHasADefault() {
        FileSettings settings = read("");

        assertThat(settings.clients()).isEmpty();
        assertThat(settings.providers())
                .extracting(ProviderSettings::name)
                .containsExactly("atelier", "studio");
        assertThat(settings.routes().get(Kind.HEADSHOT))
                .containsExactly(RouteEntry.share("studio", 100));
        assertThat(settings.prices().prices()).isEmpty();
        assertThat(settings.cache().ttl()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.cache().maxSize().bytes()).isEqualTo(256_000_000);
        assertThat(settings.links().life()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.retention().inputs()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.retention().images()).isEqualTo(ImageLife.KEEP);
        assertThat(settings.unknownOutcome()).isEqualTo(UnknownOutcome.HOLD);
        assertThat(settings.shutdownGrace()).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.waitCap()).isEqualTo(Duration.ofSeconds(55));
    }

    @Test
    void readsAClientWithItsKeys() {
        FileSettings settings =
                read(
                        """
                        vignette:
                          clients:
                            - name: web-shop
                              keys: [{id: k1, sha256: %s, expires: 2027-06-30}]
                              scopes: [generations, "costs:read"]
                              providers: [studio]
                              requests-per-minute: 120
                        """
                                .formatted(SHA));

        ClientSettings client = settings.clients().getFirst();
        assertThat(client.keys())
                .containsExactly(new KeySettings("k1", SHA, LocalDate.of(2027, 6, 30)));
        assertThat(client.scopes()).containsExactlyInAnyOrder(Scope.GENERATIONS, Scope.COSTS_READ);
        assertThat(client.providers()).containsExactly("studio");
        assertThat(client.requestsPerMinute()).isEqualTo(120);
    }

    @Test
    void partsCommonKeysFromTheVendors() {
        FileSettings settings =
                read(
                        """
                        vignette:
                          providers:
                            second:
                              adapter: studio
                              enabled: false
                              in-flight: 200
                              requests-per-minute: 600
                              output-hosts: [cdn.test, .other.test]
                              base-url: http://localhost:9000/v1
                              credential-variable: SECOND_KEY
                              model: m-1
                              retakes: 3
                        """);

        ProviderSettings second = settings.providers().getFirst();
        assertThat(second.name()).isEqualTo("second");
        assertThat(second.adapter()).isEqualTo("studio");
        assertThat(second.common())
                .isEqualTo(
                        new ProviderKeys(
                                "studio",
                                false,
                                200,
                                600,
                                List.of("cdn.test", ".other.test"),
                                URI.create("http://localhost:9000/v1"),
                                "SECOND_KEY",
                                null));
        assertThat(second.vendor())
                .isEqualTo(new StudioAdapter.StudioSettings("m-1", StudioAdapter.Mood.CALM, 3));
    }

    @Test
    void keepsPricesExact() {
        FileSettings settings =
                read(
                        """
                        vignette:
                          prices:
                            - {provider: studio, kind: headshot, per: second, amount: 0.000123456789012345678, currency: EUR, from: 2026-01-01}
                            - {provider: studio, per: image, amount: 0.10, currency: USD, from: 2026-01-01}
                        """);

        assertThat(settings.prices().prices().getFirst().amount())
                .isEqualTo(new BigDecimal("0.000123456789012345678"));
        assertThat(settings.prices().prices().getFirst().kind()).isEqualTo(Kind.HEADSHOT);
        assertThat(settings.prices().prices().getLast().per()).isEqualTo(PriceUnit.IMAGE);
    }

    @Test
    void routesOfTheFileTakeThePlaceOfTheDefaults() {
        FileSettings settings =
                read(
                        """
                        vignette:
                          routes:
                            portrait_series:
                              - {provider: studio, weight: 0}
                              - {provider: atelier, role: fallback}
                        """);

        assertThat(settings.routes()).containsOnlyKeys(Kind.PORTRAIT_SERIES);
        assertThat(settings.routes().get(Kind.PORTRAIT_SERIES))
                .containsExactly(RouteEntry.share("studio", 0), RouteEntry.fallback("atelier"));
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "20s, PT20S",
        "5m, PT5M",
        "24h, PT24H",
        "30d, PT720H",
        "PT1H30M, PT1H30M"
    })
    void readsDurations(String written, Duration meant) {
        FileSettings settings = read("vignette: {shutdown-grace: %s}".formatted(written));

        assertThat(settings.shutdownGrace()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"256MB, 256000000", "1GB, 1000000000", "64 kB, 64000", "10B, 10"})
    void readsSizes(String written, long meant) {
        FileSettings settings = read("vignette: {cache: {max-size: %s}}".formatted(written));

        assertThat(settings.cache().maxSize().bytes()).isEqualTo(meant);
    }

    @Test
    void findsAllFaultsAtOnceWithTheirLines() {
        String text =
                """
                vignette:
                  retentoin: {images: keep}
                  providers:
                    studio:
                      in-fligth: 5
                      modle: x
                  routes:
                    headshot:
                      - {provider: studoi, weight: 1}
                      - {provider: atelier, weight: -1}
                  links: {life: soon}
                  cache:
                    ttl: 1h
                    tll: {x: 1}
                """;

        List<String> faults = faults(text);

        assertThat(faults)
                .containsExactly(
                        "line 2: unknown key 'retentoin' (did you mean 'retention'?)",
                        "line 5: unknown key 'in-fligth' (did you mean 'in-flight'?)",
                        "line 6: unknown key 'modle' (did you mean 'model'?)",
                        "line 9: unknown provider 'studoi' (did you mean 'studio'?)",
                        "line 10: 'weight' is 0 or more",
                        "line 11: 'life' takes a duration such as 24h, 90s or PT1H30M",
                        "line 14: unknown key 'tll' (did you mean 'ttl'?)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vignette: {wait-cap: 1s, wait-cap: 2s}|line 1: the key 'wait-cap' is there twice",
                "vignete: {}|line 1: unknown key 'vignete'; everything is under 'vignette'",
                "vignette: [|line 1: this cannot be read as YAML",
                "just text|line 1: the file begins with the key 'vignette'",
                "vignette: {cache: {ttl: ~}}|line 1: the key 'ttl' has no value",
                "vignette: {cache: {ttl: &a 1h}, wait-cap: *a}|line 1: an alias cannot stand here; write the value out",
                "vignette: {cache: {ttl: 24}}|line 1: 'ttl' takes a duration such as 24h, 90s or PT1H30M",
                "vignette: {cache: {ttl: 0s}}|line 1: 'ttl' takes a duration such as 24h, 90s or PT1H30M",
                "vignette: {cache: {max-size: lots}}|line 1: 'max-size' takes a size such as 256MB",
                "vignette: {cache: 5}|line 1: 'cache' takes keys with values",
                "vignette: {links: {life: 5s}}|line 1: 'life' is between 10s and 7d",
                "vignette: {retention: {images: forever}}|line 1: 'images' takes 'keep' or a duration such as 30d",
                "vignette: {unknown-outcome: shrug}|line 1: 'unknown-outcome' takes one of hold, fail, resubmit",
                "vignette: {unknown-outcome: resubmit}|line 1: 'unknown-outcome: resubmit' needs a 'duplicate-budget', for example {amount: 5.00, currency: USD} a day",
                "vignette: {providers: {studio: {enabled: 'yes'}}}|line 1: 'enabled' takes true or false",
                "vignette: {providers: {studio: {in-flight: 4.7}}}|line 1: 'in-flight' takes a whole number",
                "vignette: {providers: {studio: {in-flight: '4'}}}|line 1: 'in-flight' takes a whole number",
                "vignette: {providers: {studio: {in-flight: 0}}}|line 1: 'in-flight' is at least 1",
                "vignette: {providers: {studio: {base-url: 'ftp://x'}}}|line 1: 'base-url' is an http or https address",
                "vignette: {providers: {studio: {mood: wild_at_heart}}}|line 1: 'mood: wild_at_heart' is not available yet",
                "vignette: {providers: {studio: {mood: grim}}}|line 1: 'mood' takes one of calm, wild_at_heart",
                "vignette: {providers: {studio: {output-hosts: ['http://x']}}}|line 1: 'output-hosts' are host names such as cdn.example or .example",
                "vignette: {providers: {other: {}}}|line 1: there is no adapter 'other'; set 'adapter' to one of atelier, studio",
                "vignette: {providers: [studio]}|line 1: 'providers' takes keys with values",
                "vignette: {clients: web}|line 1: 'clients' takes a list",
                "vignette: {routes: {headshot: studio}}|line 1: 'headshot' takes a list",
                "vignette: {routes: {headshots: []}}|line 1: unknown kind 'headshots' (did you mean 'headshot'?)",
                "vignette: {routes: {headshot: [{provider: studio}]}}|line 1: an entry of a route takes either 'weight', or 'role' with fallback or canary",
                "vignette: {routes: {headshot: [{weight: 3}]}}|line 1: the key 'provider' is missing",
                "vignette: {prices: [{provider: nobody, per: image, amount: 1, currency: USD, from: 2026-01-01}]}|line 1: unknown provider 'nobody'",
                "vignette: {prices: [{provider: studio, per: picture, amount: 1, currency: USD, from: 2026-01-01}]}|line 1: 'per' takes one of image, second, call, month",
                "vignette: {prices: [{provider: studio, per: image, amount: '1', currency: USD, from: 2026-01-01}]}|line 1: 'amount' takes a number such as 0.04",
                "vignette: {prices: [{provider: studio, per: image, amount: -1, currency: USD, from: 2026-01-01}]}|line 1: 'amount' is from 0 to 1000000",
                "vignette: {prices: [{provider: studio, per: image, amount: 1, currency: DOLLARS, from: 2026-01-01}]}|line 1: 'currency' takes an ISO 4217 currency such as USD",
                "vignette: {prices: [{provider: studio, per: image, amount: 1, currency: USD, from: 2026-02-30}]}|line 1: 'from' takes a day such as 2026-01-31",
            })
    void refuses(String text, String fault) {
        assertThat(faults(text)).containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget: {amount: 200.00, currency: USD}|the key 'per' is missing",
                "budget: {amount: 200.00, currency: USD, per: week}|'per' takes one of day, month",
                "budget: {amount: -1, currency: USD, per: day}|'amount' is from 0 to 1000000000",
                "budget: {amount: 1, currency: USD, per: day, warn-at: [0]}|'warn-at' lists percentages from 1 to 100",
                "scopes: [everything]|'scopes' takes one of generations, erasures, costs:read, costs:write, operate",
                "providers: [studoi]|unknown provider 'studoi' (did you mean 'studio'?)",
                "providers: []|'providers' is empty",
                "requests-per-minute: 0|'requests-per-minute' is at least 1",
                "nickname: x|unknown key 'nickname'",
            })
    void refusesInAClient(String line, String fault) {
        String scopes = line.startsWith("scopes") ? "" : "scopes: [generations]";
        String text =
                """
                vignette:
                  clients:
                    - name: a
                      keys: [{id: k, sha256: %s}]
                      %s
                      %s
                """
                        .formatted(SHA, line, scopes);

        assertThat(faults(text)).containsExactly("line 5: " + fault);
    }

    @Test
    void refusesAKeyThatIsNoHashWithoutRepeatingIt() {
        String text =
                """
                vignette:
                  clients:
                    - {name: a, scopes: [operate], keys: [{id: k, sha256: vgn_secret}]}
                """;

        assertThat(faults(text))
                .containsExactly(
                        "line 3: 'sha256' is the SHA-256 of the key, 64 hexadecimal digits");
    }

    @Test
    void refusesOneClientTwice() {
        String text =
                """
                vignette:
                  clients:
                    - {name: a, scopes: [operate], keys: [{id: k, sha256: %s}]}
                    - {name: a, scopes: [operate], keys: [{id: k, sha256: %s}]}
                """
                        .formatted(SHA, SHA);

        assertThat(faults(text))
                .containsExactly(
                        "line 4: the client 'a' is there twice", "line 4: this key is there twice");
    }

    @Test
    void saysEverythingInOneLine() {
        InvalidSettings refused = refusal("vignette: {a: 1, b: 2}");

        assertThat(refused)
                .hasMessage("vignette.yml: line 1: unknown key 'a'; line 1: unknown key 'b'");
    }

    private static FileSettings read(String text) {
        return FileReading.read(
                "vignette.yml",
                text,
                DEFAULTS,
                List.of(new StudioAdapter("studio"), new StudioAdapter("atelier")));
    }

    private static List<String> faults(String text) {
        return refusal(text).faults().stream().map(Fault::text).toList();
    }

    private static InvalidSettings refusal(String text) {
        InvalidSettings refused = catchThrowableOfType(InvalidSettings.class, () -> read(text));
        assertThat(refused).as("it was not refused").isNotNull();
        return refused;
    }
}
