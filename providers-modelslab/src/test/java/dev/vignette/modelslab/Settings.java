package dev.vignette.modelslab;

import java.util.List;
import java.util.Map;

/** The operator's keys, all built in but what a test is about. */
final class Settings {

    private Settings() {}

    static ModelsLabSettings of(String api) {
        return prompts(api, Map.of());
    }

    static ModelsLabSettings prompts(String api, Map<String, String> prompts) {
        return new ModelsLabSettings(api, prompts, BuiltIn.POSES, Map.of());
    }

    static ModelsLabSettings poses(List<String> poses) {
        return new ModelsLabSettings("enterprise", Map.of(), poses, Map.of());
    }

    static ModelsLabSettings backgrounds(Map<String, String> backgrounds) {
        return new ModelsLabSettings("enterprise", Map.of(), BuiltIn.POSES, backgrounds);
    }
}
