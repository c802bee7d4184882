package dev.vignette.tck.memory;

import dev.vignette.portrait.Member;
import dev.vignette.portrait.PortraitRequest;
import java.util.EnumSet;
import java.util.Set;

/** Takes the caller's words out of requests. */
final class Blank {
    private Blank() {}

    static PortraitRequest of(PortraitRequest request) {
        Set<Member> kept = EnumSet.allOf(Member.class);
        kept.remove(Member.PROMPT);
        kept.remove(Member.NEGATIVE_PROMPT);
        return new PortraitRequest(
                request.kind(),
                request.photo(),
                request.count(),
                request.style().only(kept),
                request.asked(),
                request.onMisfit(),
                request.providers());
    }
}
