package dev.vignette.modelslab;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.Kind;
import java.util.List;

/** What the prompt says where neither the caller nor the operator does. */
final class BuiltIn {
    /** One for each picture of the longest series. */
    static final List<String> POSES =
            List.of(
                    "facing the camera with a relaxed smile",
                    "turned three-quarters to the left, eyes to the camera",
                    "turned three-quarters to the right, eyes to the camera",
                    "arms crossed, upright, a confident look",
                    "head slightly tilted, a warm smile",
                    "in profile to the left, looking ahead",
                    "one hand at the chin, thoughtful",
                    "looking over the right shoulder",
                    "close-up of the face, a calm, serious look",
                    "half-length, hands in the pockets",
                    "in profile to the right, looking ahead",
                    "laughing, looking slightly past the camera",
                    "seated, leaning forward, hands folded");

    private BuiltIn() {}

    static String prompt(Kind kind) {
        return switch (kind) {
            case HEADSHOT ->
                    "professional studio headshot of this person, looking at the camera,"
                            + " soft even light, sharp focus, natural skin";
            case PORTRAIT_SERIES ->
                    "portrait photograph of this person, the same face, hair and clothes,"
                            + " soft light, natural skin";
        };
    }

    static String background(Background background) {
        return switch (background) {
            case WHITE -> "on a plain white background";
            case BLACK -> "on a plain black background";
            case GRAY -> "on a plain gray background";
            case GREEN_SCREEN -> "in front of an evenly lit green screen";
            case NEUTRAL -> "on a neutral, softly lit studio background";
            case ORIGINAL -> "with the background of the original photo";
        };
    }
}
