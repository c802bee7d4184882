package dev.vignette.server.live;

import dev.vignette.portrait.ContentHash;
import dev.vignette.server.settings.Fault;
import java.time.Instant;
import java.util.List;

/**
 * A content of the file that was refused as a whole.
 *
 * @param at when
 * @param hash of the content
 * @param faults what is wrong with it, at least one, in the order of the file
 */
public record Refused(Instant at, ContentHash hash, List<Fault> faults) {

    public Refused {
        faults = List.copyOf(faults);
    }
}
