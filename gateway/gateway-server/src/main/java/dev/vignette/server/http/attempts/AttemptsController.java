package dev.vignette.server.http.attempts;

import dev.vignette.engine.reconcile.Reconciliation;
import dev.vignette.engine.reconcile.Reviews;
import dev.vignette.engine.reconcile.Reviews.Reviewed;
import dev.vignette.engine.reconcile.Reviews.Settled;
import dev.vignette.engine.request.Client;
import dev.vignette.id.AttemptId;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.Fault;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.server.http.problem.ProblemException;
import dev.vignette.store.AttemptQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;

/** Seeing attempts in doubt, and deciding about them. */
@Controller("/v1/attempts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.OPERATE)
@Tag(name = "attempts", description = "Attempts of all clients, for operators")
final class AttemptsController {
    private final Reviews reviews;

    AttemptsController(Reconciliation reconciliation) {
        this.reviews = reconciliation.reviews();
    }

    @Get
    @Operation(
            operationId = "listAttempts",
            summary = "List attempts by state, by default those in review",
            description =
                    "Those sent last first, with what was seen of them and what operators did."
                            + " Query parameters: state, provider, limit (1 to 100), cursor. The"
                            + " state orphan lists jobs that no generation is known for.")
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = ReviewedPage.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    ReviewedPage list(HttpRequest<?> request) {
        AttemptQuery query = AttemptListReader.read(request.getParameters());
        if (query.states().contains(AttemptListReader.ORPHAN)) {
            return new ReviewedPage(
                    reviews.orphans(query.limit()).stream().map(ReviewedView::of).toList(), null);
        }
        List<ReviewedView> found =
                reviews.list(query.andOneMore()).stream().map(ReviewedView::of).toList();
        return found.size() <= query.limit()
                ? new ReviewedPage(found, null)
                : new ReviewedPage(
                        found.subList(0, query.limit()),
                        AttemptListReader.cursor(found.get(query.limit() - 1).id()));
    }

    @Get("/{id}")
    @Operation(operationId = "readAttempt", summary = "Read an attempt and what was seen of it")
    @ApiResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReviewedView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    ReviewedView read(@PathVariable String id) {
        return AttemptIds.read(id)
                .flatMap(reviews::find)
                .map(ReviewedView::of)
                .orElseThrow(AttemptsController::notFound);
    }

    @Post("/{id}/settle")
    @Operation(
            operationId = "settleAttempt",
            summary = "Decide about an attempt in review",
            description =
                    "accept: it was bought; its job is seen to when one is known (or named by"
                            + " provider_id), else it is charged and lost. retry: it is given up"
                            + " and ordered once more. write_off: it is given up. Every decision"
                            + " is kept with its reason.")
    @ApiResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ReviewedView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    ReviewedView settle(
            @Parameter(hidden = true) Client client,
            @PathVariable String id,
            @Body
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = "object",
                                            example =
                                                    "{\"action\": \"write_off\", \"reason\":"
                                                            + " \"not on the invoice\"}"))
                    byte[] body) {
        Optional<AttemptId> attempt = AttemptIds.read(id);
        if (attempt.isEmpty()) {
            throw notFound();
        }
        return switch (reviews.settle(attempt.get(), DecisionReader.read(client, body))) {
            case Settled.Done(Reviewed reviewed) -> ReviewedView.of(reviewed);
            case Settled.None() -> throw notFound();
            case Settled.NotInReview(Reviewed reviewed) -> throw notInReview(reviewed);
            case Settled.Which(List<String> jobs) -> throw which(jobs);
        };
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemCode.NOT_FOUND, "There is no attempt of that id.").asException();
    }

    private static ProblemException notInReview(Reviewed reviewed) {
        return Problem.of(
                        ProblemCode.ALREADY_FINISHED,
                        "The attempt is "
                                + reviewed.attempt().state().wireName()
                                + "; only what is in review can be settled.")
                .asException();
    }

    private static ProblemException which(List<String> jobs) {
        return Problem.faults(
                        List.of(
                                new Fault(
                                        "/provider_id",
                                        "must say which job it is: " + String.join(", ", jobs))))
                .asException();
    }
}
