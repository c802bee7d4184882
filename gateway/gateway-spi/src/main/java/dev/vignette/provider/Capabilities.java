package dev.vignette.provider;

import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one provider can do for one kind. Everything is declared: what is not is refused before any
 * call, never ignored.
 *
 * @param kind the kind this is about
 * @param model the model that serves it, as the ledger names it
 * @param modelVersion the pinned version, or {@code null} when the provider chooses
 * @param members what it does with each {@link Member}; every one is declared
 * @param picturesPerOrder the most pictures one order may ask for, at least 1; a request for more
 *     becomes several orders, each an attempt of its own
 * @param inlinePhotoBytes the largest photo that can travel inside the order, in bytes, when there
 *     is no link to it
 * @param uploadsPhotos whether larger ones can be uploaded beforehand without a link
 * @param outputLife how long the links to the pictures live after the job was created
 */
public record Capabilities(
        Kind kind,
        String model,
        @Nullable String modelVersion,
        Map<Member, Support> members,
        int picturesPerOrder,
        long inlinePhotoBytes,
        boolean uploadsPhotos,
        Duration outputLife) {

    public Capabilities {
        members = Map.copyOf(members);
        Set<Member> missing = EnumSet.allOf(Member.class);
        missing.removeAll(members.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("undeclared members: " + missing);
        }
        if (picturesPerOrder < 1) {
            throw new IllegalArgumentException("an order is for at least one picture");
        }
    }

    /** What it does with that member. */
    public Support support(Member member) {
        Support support = members.get(member);
        if (support == null) {
            throw new IllegalStateException("undeclared member " + member);
        }
        return support;
    }
}
