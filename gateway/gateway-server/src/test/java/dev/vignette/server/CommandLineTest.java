package dev.vignette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void servesWhenNothingIsSaid() {
        assertThat(parse("")).isEqualTo(new Command.Serve(Optional.empty(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--config my.yml --sandbox", "--sandbox --config=my.yml"})
    void takesOptionsInAnyOrder(String line) {
        assertThat(parse(line)).isEqualTo(new Command.Serve(Optional.of(Path.of("my.yml")), true));
    }

    @Test
    void checksAFile() {
        assertThat(parse("--check-config --config my.yml"))
                .isEqualTo(new Command.CheckConfig(Optional.of(Path.of("my.yml")), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "--sandbox --help"})
    void helpsWhereverItIsAsked(String line) {
        assertThat(parse(line)).isEqualTo(new Command.Help());
    }

    @Test
    void makesAKeyForAClient() {
        assertThat(parse("key web-shop")).isEqualTo(new Command.NewKey("web-shop"));
    }

    @Test
    void asksForCosts() {
        assertThat(parse("costs")).isEqualTo(new Command.Costs(Map.of()));
        assertThat(parse("costs --month 2026-11 --by=provider,kind --currency EUR"))
                .isEqualTo(
                        new Command.Costs(
                                Map.of(
                                        "month", "2026-11",
                                        "group_by", "provider,kind",
                                        "currency", "EUR")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "costs --month",
                "costs --month=",
                "costs --by a --by b",
                "costs --sort x",
                "costs 2026-11"
            })
    void refusesCostsOfWhatItDoesNotKnow(String line) {
        assertThat(parse(line)).isInstanceOf(Command.Misused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--sandbx", "--config", "--config=", "key", "key a b", "key {x}", "serve"})
    void refusesWhatItDoesNotKnow(String line) {
        assertThat(parse(line)).isInstanceOf(Command.Misused.class);
    }

    @Test
    void printsAKeyOnceAndItsHashForTheFile() {
        NewKey key = NewKey.of("web-shop");

        assertThat(key.text()).matches("vgn_[A-Za-z0-9_-]{43}");
        assertThat(key.description())
                .containsOnlyOnce(key.text())
                .contains("- name: web-shop", key.settings().keys().getFirst().sha256());
        assertThat(key.toString()).doesNotContain(key.text());
    }

    private static Command parse(String line) {
        return CommandLine.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }
}
