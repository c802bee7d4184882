package dev.vignette.modelslab;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.Kind;
import dev.vignette.provider.Order;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the prompt, which the vendor requires. */
final class Prompts {

    private Prompts() {}

    /** The caller's prompt, else the operator's for the kind, else ours; then the background. */
    static String of(Order order, ModelsLabSettings settings) {
        String prompt =
                Optional.ofNullable(order.style().prompt())
                        .or(() -> settings.defaultPrompt(order.kind()))
                        .orElseGet(() -> builtIn(order.kind()));
        return prompt + scene(order.style().background());
    }

    private static String builtIn(Kind kind) {
        return switch (kind) {
            case HEADSHOT ->
                    "professional studio headshot of this person, looking at the camera,"
                            + " soft even light, sharp focus, natural skin";
            case PORTRAIT_SERIES ->
                    "portrait photograph of this person in a natural, relaxed pose,"
                            + " soft light, natural skin";
        };
    }

    private static String scene(@Nullable Background background) {
        if (background == null) {
            return "";
        }
        return switch (background) {
            case WHITE -> ", on a plain white background";
            case BLACK -> ", on a plain black background";
            case GRAY -> ", on a plain gray background";
            case GREEN_SCREEN -> ", in front of an evenly lit green screen";
            case NEUTRAL -> ", on a neutral, softly lit studio background";
            case ORIGINAL -> ", with the background of the original photo";
        };
    }
}
