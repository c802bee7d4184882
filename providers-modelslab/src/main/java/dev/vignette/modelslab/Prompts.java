package dev.vignette.modelslab;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.Kind;
import dev.vignette.provider.Order;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the prompt, which the vendor requires: what is described, the pose of the order's picture
 * and the background. See docs/decisions/0017-a-series-is-n-calls.md.
 *
 * @param settings the operator's
 */
record Prompts(ModelsLabSettings settings) {
    /**
     * In characters. Nothing is documented about the length of a prompt; this is the longest one a
     * caller may send, and nothing longer is tried.
     */
    static final int LONGEST = 2000;

    private static final String NOTHING = "";

    /**
     * The whole prompt. The description is never shortened. Where it leaves no room for both, the
     * background, which the caller may have asked for, comes before the pose.
     */
    String of(Order order) {
        String described = description(order);
        Background background = order.style().background();
        String scene = fitting(background == null ? NOTHING : words(background), described);
        String pose = fitting(pose(order.kind(), order.firstPicture()), joined(described, scene));
        return joined(described, pose, scene);
    }

    /** Whether every pose and every background has room behind the operator's text or ours. */
    boolean haveRoom(Kind kind) {
        return Arrays.stream(Background.values())
                .map(background -> joined(usual(kind), words(background)))
                .allMatch(rest -> haveRoom(kind, rest));
    }

    private boolean haveRoom(Kind kind, String rest) {
        return IntStream.range(0, settings.poses().size())
                .mapToObj(picture -> joined(rest, pose(kind, picture)))
                .allMatch(Prompts::isShort);
    }

    /** The caller's words, else the operator's for the kind, else ours. */
    private String description(Order order) {
        return Optional.ofNullable(order.style().prompt()).orElseGet(() -> usual(order.kind()));
    }

    private String usual(Kind kind) {
        return settings.defaultPrompt(kind).orElseGet(() -> BuiltIn.prompt(kind));
    }

    private String pose(Kind kind, int picture) {
        return switch (kind) {
            case PORTRAIT_SERIES -> settings.pose(picture);
            case HEADSHOT -> NOTHING;
        };
    }

    private String words(Background background) {
        return settings.background(background).orElseGet(() -> BuiltIn.background(background));
    }

    /** The part, or nothing where it has no room beside the rest: half a part may mislead. */
    private static String fitting(String part, String rest) {
        return isShort(joined(rest, part)) ? part : NOTHING;
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static boolean isShort(String prompt) {
        return prompt.codePointCount(0, prompt.length()) <= LONGEST;
    }
}
