package dev.vignette.engine.request;

import dev.vignette.portrait.Member;
import dev.vignette.portrait.OnMisfit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one provider was ruled out.
 *
 * @param provider its configured name
 * @param reason one sentence for the caller
 * @param members the members it cannot serve as asked; empty when that is not the reason
 * @param helps the mildest {@code on_misfit} under which it would serve; {@code null} when none
 *     would
 */
public record Candidate(
        String provider, String reason, List<Member> members, @Nullable OnMisfit helps) {
    public Candidate {
        members = List.copyOf(members);
    }
}
