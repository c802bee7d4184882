package dev.vignette.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vignette.modelslab.ModelsLabFactory;
import dev.vignette.modelslab.ModelsLabSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vendor's own keys as the operator writes them, each fault with its line. */
class ModelsLabKeysTest {
    private static final String DEFAULTS =
            """
            vignette:
              routes:
                headshot:
                  - {provider: modelslab, weight: 100}
            """;

    @Test
    void readsPosesAndBackgrounds() {
        FileSettings file =
                read(
                        """
                        vignette:
                          providers:
                            modelslab:
                              poses: [standing, "seated, smiling"]
                              backgrounds: {white: "before a white wall"}
                        """);

        ModelsLabSettings keys = (ModelsLabSettings) file.providers().getFirst().vendor();
        assertThat(keys.poses()).containsExactly("standing", "seated, smiling");
        assertThat(keys.backgrounds()).containsEntry("white", "before a white wall");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "poses: []|'poses': 1 to 13 texts",
                "poses: [a, '']|'poses': each has 1 to 300 characters",
                "poses: standing|'poses' takes a list",
                "poses: {a: b}|'poses' takes a list",
                "backgrounds: {pink: x}|'backgrounds': there is no background pink",
                "backgrounds: [white]|'backgrounds' takes keys with values",
                "pose: [standing]|unknown key 'pose' (did you mean 'poses'?)",
                "api: v7|'api' is enterprise or v6",
                "default-prompts: {selfie: x}|'default-prompts': there is no kind selfie",
            })
    void refusesWithTheLineOfTheKey(String line, String fault) {
        String text =
                """
                vignette:
                  providers:
                    modelslab:
                      enabled: true
                      %s
                """
                        .formatted(line);

        InvalidSettings refused = catchThrowableOfType(InvalidSettings.class, () -> read(text));

        assertThat(refused.faults().stream().map(Fault::text)).containsExactly("line 5: " + fault);
    }

    private static FileSettings read(String text) {
        return FileReading.read("vignette.yml", text, DEFAULTS, List.of(new ModelsLabFactory()));
    }
}
