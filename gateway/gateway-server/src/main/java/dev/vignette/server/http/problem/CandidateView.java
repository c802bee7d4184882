package dev.vignette.server.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.request.Candidate;
import dev.vignette.portrait.Member;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one provider cannot serve a request, on the wire.
 *
 * @param provider its configured name
 * @param reason one sentence
 * @param members the members it cannot serve as asked
 * @param onMisfit the mildest {@code on_misfit} that would help; {@code null} when none would
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Candidate", description = "Why one provider cannot serve the request")
public record CandidateView(
        @Schema(example = "replicate") String provider,
        @Schema(example = "cannot follow prompt") String reason,
        List<String> members,
        @Schema(
                        type = "string",
                        description = "the on_misfit that would help, if any",
                        allowableValues = {"adapt", "drop", "exact"},
                        nullable = true)
                @Nullable String onMisfit) {

    /** The engine's finding on the wire. */
    public static CandidateView of(Candidate candidate) {
        return new CandidateView(
                candidate.provider(),
                candidate.reason(),
                candidate.members().stream().map(Member::wireName).toList(),
                candidate.helps() == null ? null : candidate.helps().wireName());
    }
}
