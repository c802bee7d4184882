package dev.vignette.modelslab;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operator's keys for an account at ModelsLab.
 *
 * @param api {@code enterprise} or {@code v6}; {@code enterprise} when absent
 * @param defaultPrompts what is sent for each kind when the caller gives no prompt, by the kind's
 *     wire name, 1 to 2000 characters each; a built-in text where absent
 * @param poses what the prompts of a series say of the pose, 1 to 13 texts of 1 to 300 characters
 *     each; picture i takes text i, and the first one again after the last; built-in texts when
 *     absent
 * @param backgrounds what the prompt says of each background, by the background's wire name, 1 to
 *     300 characters each; a built-in text where absent
 */
public record ModelsLabSettings(
        String api,
        Map<String, String> defaultPrompts,
        List<String> poses,
        Map<String, String> backgrounds) {
    private static final int LONGEST_PROMPT = 2000;
    private static final int LONGEST_PART = 300;

    public ModelsLabSettings {
        api = api == null ? ModelsLabApi.ENTERPRISE.wireName() : api; // an absent key
        if (ModelsLabApi.of(api).isEmpty()) {
            throw new IllegalArgumentException("'api' is enterprise or v6");
        }
        defaultPrompts = checkedPrompts(defaultPrompts);
        poses = checkedPoses(poses);
        backgrounds = checkedBackgrounds(backgrounds);
    }

    ModelsLabApi chosenApi() {
        return ModelsLabApi.of(api).orElseThrow();
    }

    /** The operator's prompt for that kind, or empty when there is none. */
    Optional<String> defaultPrompt(Kind kind) {
        return Optional.ofNullable(defaultPrompts.get(kind.wireName()));
    }

    /** What to say of the pose of that picture, counted from 0. */
    String pose(int picture) {
        return poses.get(picture % poses.size());
    }

    /** The operator's words for that background, or empty when there are none. */
    Optional<String> background(Background background) {
        return Optional.ofNullable(backgrounds.get(background.wireName()));
    }

    private static Map<String, String> checkedPrompts(@Nullable Map<String, String> prompts) {
        Map<String, String> given = Objects.requireNonNullElse(prompts, Map.of());
        given.forEach((kind, prompt) -> {
            require(Kind.of(kind).isPresent(), "default-prompts", "there is no kind " + kind);
            checkLength("default-prompts", kind, prompt, LONGEST_PROMPT);
        });
        return Map.copyOf(given);
    }

    private static List<String> checkedPoses(@Nullable List<String> poses) {
        if (poses == null) {
            return BuiltIn.POSES;
        }
        int most = BuiltIn.POSES.size();
        require(!poses.isEmpty() && poses.size() <= most, "poses", "1 to " + most + " texts");
        poses.forEach(pose -> checkLength("poses", "each", pose, LONGEST_PART));
        return List.copyOf(poses);
    }

    private static Map<String, String> checkedBackgrounds(@Nullable Map<String, String> words) {
        Map<String, String> given = Objects.requireNonNullElse(words, Map.of());
        given.forEach((background, text) -> {
            require(
                    Background.of(background).isPresent(),
                    "backgrounds",
                    "there is no background " + background);
            checkLength("backgrounds", background, text, LONGEST_PART);
        });
        return Map.copyOf(given);
    }

    /** The text is {@code null} where the file has a key or a dash with nothing behind it. */
    private static void checkLength(String key, String what, @Nullable String text, int most) {
        boolean fits =
                text != null && !text.isBlank() && text.codePointCount(0, text.length()) <= most;
        require(fits, key, what + " has 1 to " + most + " characters");
    }

    /** The quoted key is the one whose line is shown to the operator. */
    private static void require(boolean holds, String key, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException("'" + key + "': " + sentence);
        }
    }
}
