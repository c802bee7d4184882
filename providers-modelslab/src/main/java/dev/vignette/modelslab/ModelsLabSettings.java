package dev.vignette.modelslab;

import dev.vignette.portrait.Kind;
import java.util.Map;
import java.util.Optional;

/**
 * The operator's keys for an account at ModelsLab.
 *
 * @param api {@code enterprise} or {@code v6}; {@code enterprise} when absent
 * @param defaultPrompts what is sent for each kind when the caller gives no prompt, by the kind's
 *     wire name, 1 to 2000 characters each; a built-in text where absent
 */
public record ModelsLabSettings(String api, Map<String, String> defaultPrompts) {
    private static final int LONGEST_PROMPT = 2000;

    public ModelsLabSettings {
        api = api == null ? ModelsLabApi.ENTERPRISE.wireName() : api; // an absent key
        if (ModelsLabApi.of(api).isEmpty()) {
            throw new IllegalArgumentException("api is enterprise or v6");
        }
        defaultPrompts =
                defaultPrompts == null ? Map.of() : Map.copyOf(defaultPrompts); // an absent key
        defaultPrompts.forEach(ModelsLabSettings::check);
    }

    ModelsLabApi chosenApi() {
        return ModelsLabApi.of(api).orElseThrow();
    }

    /** The operator's prompt for that kind, or empty when there is none. */
    Optional<String> defaultPrompt(Kind kind) {
        return Optional.ofNullable(defaultPrompts.get(kind.wireName()));
    }

    private static void check(String kind, String prompt) {
        if (Kind.of(kind).isEmpty()) {
            throw new IllegalArgumentException("default-prompts: there is no kind " + kind);
        }
        if (prompt.isBlank() || prompt.codePointCount(0, prompt.length()) > LONGEST_PROMPT) {
            throw new IllegalArgumentException(
                    "default-prompts: " + kind + " has 1 to " + LONGEST_PROMPT + " characters");
        }
    }
}
