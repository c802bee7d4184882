package dev.vignette.server.live;

import dev.vignette.portrait.ContentHash;
import java.nio.charset.StandardCharsets;

/** What was seen when the file was looked at. */
public sealed interface Sight {

    /** It holds that text. */
    record Text(String text) implements Sight {

        /** The hash of the text in UTF-8. */
        ContentHash hash() {
            return ContentHash.of(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** It is not there. */
    record Missing() implements Sight {}

    /** It is there and cannot be read. */
    record Unreadable(String why) implements Sight {}
}
