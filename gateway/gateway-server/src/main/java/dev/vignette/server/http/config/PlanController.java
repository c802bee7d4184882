package dev.vignette.server.http.config;

import dev.vignette.engine.Engine;
import dev.vignette.engine.plan.Forecast;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.Fault;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.server.http.problem.ProblemException;
import dev.vignette.server.http.read.QueryParameters;
import dev.vignette.server.live.Candidate;
import dev.vignette.server.live.Candidates;
import dev.vignette.server.settings.StartRefused;
import dev.vignette.store.PastDemands;
import dev.vignette.store.PastDemands.PastDemand;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Says what a file would do before it does it. */
@Controller("/v1/config/plan")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.OPERATE)
@Tag(name = "config")
final class PlanController {
    private static final Set<String> KNOWN = Set.of("days", "limit");
    private static final int LONGEST = 90;
    private static final int USUAL_DAYS = 7;
    private static final int MOST = 50_000;
    private static final int USUAL_NUMBER = 10_000;

    private final Candidates candidates;
    private final Policies policies;
    private final PastDemands demands;
    private final Engine engine;
    private final Clock clock;

    PlanController(
            Candidates candidates,
            Policies policies,
            PastDemands demands,
            Engine engine,
            Clock clock) {
        this.candidates = candidates;
        this.policies = policies;
        this.demands = demands;
        this.engine = engine;
        this.clock = clock;
    }

    @Post
    @Consumes(MediaType.ALL)
    @Operation(
            operationId = "planConfig",
            summary = "Say what a file would have done to what was asked lately",
            description =
                    "The body is the file, application/yaml. Nothing comes into force by it. What"
                            + " was bought within the last days (query parameter days, 7 unless"
                            + " said) is judged by what is in force and by the file: at most so"
                            + " many generations (limit, 10,000 unless said), the latest first, as"
                            + " if every provider were well and none paused. Amounts are list"
                            + " prices, for 30 days like those.")
    @ApiResponse(
            responseCode = "200",
            description = "What would be otherwise",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    PlanView plan(
            HttpRequest<?> request,
            @Body @Parameter(schema = @Schema(type = "string")) byte[] body) {
        QueryParameters query = new QueryParameters(request.getParameters(), KNOWN);
        int days = query.whole("days", 1, LONGEST, USUAL_DAYS);
        int limit = query.whole("limit", 1, MOST, USUAL_NUMBER);
        query.refuseFaults();
        try (Candidate candidate =
                candidates.read("the file", new String(body, StandardCharsets.UTF_8))) {
            return PlanView.of(forecast(candidate, Duration.ofDays(days), limit));
        } catch (StartRefused refused) {
            throw invalid(refused);
        }
    }

    /** When there are more demands than are looked at, the time is that of those. */
    private Forecast forecast(Candidate candidate, Duration back, int limit) {
        Instant to = clock.instant();
        Instant from = to.minus(back);
        List<PastDemand> found = demands.since(from, limit);
        Instant first = found.size() < limit ? from : found.getLast().at();
        return engine.rehearsal().of(policies.inForce(), candidate.policy(0), found, first, to);
    }

    private static ProblemException invalid(StartRefused refused) {
        List<Fault> faults =
                refused.faults().stream()
                        .map(fault ->
                                new Fault(
                                        fault.key() == null
                                                ? ""
                                                : "/" + fault.key().replace('.', '/'),
                                        fault.text()))
                        .toList();
        return Problem.faults(faults).asException();
    }
}
