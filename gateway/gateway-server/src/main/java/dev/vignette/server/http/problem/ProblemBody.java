package dev.vignette.server.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on the wire, as {@code application/problem+json}.
 *
 * @param type the page that explains the code
 * @param title a few words that never change for this code
 * @param status the HTTP status
 * @param detail what is wrong with this very request
 * @param code the stable code
 * @param requestId the request's id, as in {@code X-Request-Id}
 * @param errors the members at fault; absent when none is
 * @param candidates why each provider cannot serve it; only with {@code no_route} and {@code
 *     cost_limit}
 * @param budget how the budget stands; only with {@code budget_exceeded}
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "Why a request was refused (RFC 9457)")
public record ProblemBody(
        @Schema(example = "/problems/invalid_request") String type,
        @Schema(example = "Some members are at fault") String title,
        @Schema(example = "422") int status,
        @Schema(example = "One member is at fault.") String detail,
        @Schema(example = "invalid_request") String code,
        @Schema(example = "req_6f1c0f9a7be44b0e") String requestId,
        @Nullable List<Fault> errors,
        @Nullable List<CandidateView> candidates,
        @Nullable BudgetView budget) {

    /** A problem as the answer to one request. */
    static ProblemBody of(Problem problem, String requestId) {
        ProblemCode code = problem.code();
        return new ProblemBody(
                ProblemPages.PATH + '/' + code.wireName(),
                code.title(),
                code.status(),
                problem.detail(),
                code.wireName(),
                requestId,
                problem.faults().isEmpty() ? null : problem.faults(),
                problem.candidates().isEmpty() && code != ProblemCode.NO_ROUTE
                        ? null
                        : problem.candidates().stream().map(CandidateView::of).toList(),
                problem.budget() == null ? null : BudgetView.of(problem.budget()));
    }
}
