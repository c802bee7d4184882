package dev.vignette.server.http.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.reconcile.Reviews.Reviewed;
import dev.vignette.generation.Orphan;
import dev.vignette.server.http.Times;
import dev.vignette.server.http.generation.AttemptErrorView;
import dev.vignette.server.http.generation.AttemptView;
import dev.vignette.server.http.generation.AttemptViews;
import dev.vignette.server.http.generation.CostView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attempt with all that is known of it, on the wire.
 *
 * @param id its id
 * @param generationId the generation that caused it; {@code null} for an orphan
 * @param client whose it is; {@code null} for an orphan
 * @param kind what was asked for; {@code null} for an orphan
 * @param number its place among its generation's attempts, from 1
 * @param mandate why it may spend money
 * @param provider where
 * @param model which model; {@code null} for an orphan
 * @param state where it stands; {@code orphan} for a job that no generation is known for
 * @param providerId the job's id there, when known
 * @param ordered how many pictures were ordered
 * @param startedAt when it was sent; {@code null} when it was not
 * @param completedAt when it ended; {@code null} until then
 * @param cost what it cost; {@code null} until it has ended
 * @param error what is the matter with it; {@code null} when nothing is
 * @param evidence what was seen of it, oldest first
 * @param audit what operators did, oldest first
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ReviewedAttempt", description = "An attempt with all that is known of it")
record ReviewedView(
        String id,
        @Schema(nullable = true) @Nullable String generationId,
        @Schema(nullable = true) @Nullable String client,
        @Schema(nullable = true) @Nullable String kind,
        int number,
        @Schema(
                        type = "string",
                        allowableValues = {"asked", "resubmitted", "operator"})
                String mandate,
        String provider,
        @Schema(nullable = true) @Nullable String model,
        @Schema(example = "review") String state,
        @Schema(nullable = true) @Nullable String providerId,
        int ordered,
        @Schema(format = "date-time", nullable = true) @Nullable String startedAt,
        @Schema(format = "date-time", nullable = true) @Nullable String completedAt,
        @Schema(nullable = true) @Nullable CostView cost,
        @Schema(nullable = true) @Nullable AttemptErrorView error,
        List<EvidenceView> evidence,
        List<AuditView> audit) {

    static ReviewedView of(Reviewed reviewed) {
        AttemptView attempt = AttemptViews.of(reviewed.attempt());
        return new ReviewedView(
                reviewed.attempt().id().value(),
                reviewed.production().source().value(),
                reviewed.production().client(),
                reviewed.production().request().kind().wireName(),
                reviewed.attempt().number(),
                reviewed.attempt().mandate().wireName(),
                attempt.provider(),
                attempt.model(),
                attempt.state(),
                attempt.providerId(),
                reviewed.attempt().pictures(),
                attempt.startedAt(),
                attempt.completedAt(),
                attempt.cost(),
                attempt.error(),
                reviewed.evidence().stream().map(EvidenceView::of).toList(),
                reviewed.trail().stream().map(AuditView::of).toList());
    }

    static ReviewedView of(Orphan orphan) {
        String seen = Times.text(orphan.seenAt());
        return new ReviewedView(
                orphan.attempt().value(),
                null,
                null,
                null,
                1,
                "asked",
                orphan.provider(),
                null,
                "orphan",
                orphan.task().providerId(),
                0,
                null,
                seen,
                null,
                null,
                List.of(),
                List.of());
    }
}
