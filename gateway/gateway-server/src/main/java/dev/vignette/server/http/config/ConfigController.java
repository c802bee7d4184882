package dev.vignette.server.http.config;

import dev.vignette.engine.request.Client;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.server.http.problem.ProblemException;
import dev.vignette.server.http.read.JsonMembers;
import dev.vignette.server.live.Configuration;
import dev.vignette.server.live.Rollback;
import dev.vignette.server.live.Standing;
import dev.vignette.store.ConfigurationVersion;
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
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Seeing what is in force, and going back to what was. */
@Controller("/v1/config")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.OPERATE)
@Tag(name = "config", description = "The configuration, for operators")
final class ConfigController {
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NUMBER = 18;

    private final Configuration configuration;
    private final Standing standing;

    ConfigController(Configuration configuration, Standing standing) {
        this.configuration = configuration;
        this.standing = standing;
    }

    @Get
    @Operation(
            operationId = "readConfig",
            summary = "Read what is in force, and what was refused and why",
            description =
                    "Also whether the file on disk is what is in force, and the last 20 versions."
                            + " No credential is ever part of a configuration; hashes of keys are.")
    @ApiResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ConfigView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    ConfigView read() {
        return ConfigView.of(standing);
    }

    @Get("/versions/{number}")
    @Operation(
            operationId = "readConfigVersion",
            summary = "Read the text of a version, and what it changed")
    @ApiResponse(
            responseCode = "200",
            description = "The version",
            content = @Content(schema = @Schema(implementation = VersionTextView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    VersionTextView version(@PathVariable String number) {
        return find(number).map(VersionTextView::of).orElseThrow(ConfigController::notFound);
    }

    @Post("/rollback")
    @Operation(
            operationId = "rollBackConfig",
            summary = "Put the version before the one in force into force",
            description =
                    "One step at a time: said again, it goes back one step further. The file is"
                            + " not touched; what it holds is ignored until it changes.")
    @ApiResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ConfigView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    ConfigView rollback(
            @Parameter(hidden = true) Client client,
            @Body
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = "object",
                                            example = "{\"reason\": \"too expensive\"}"))
                    @Nullable String body) {
        return switch (configuration.rollback(client.name(), reason(body))) {
            case Rollback.Done() -> ConfigView.of(standing);
            case Rollback.NoneBefore() ->
                    throw conflict("There is no version before the one in force.");
            case Rollback.Unusable(long number, String why) ->
                    throw conflict("Version " + number + " cannot be used any more: " + why);
        };
    }

    private static String reason(@Nullable String body) {
        if (body == null || body.isBlank()) {
            return "";
        }
        JsonMembers members =
                JsonMembers.read(body.getBytes(StandardCharsets.UTF_8), Set.of("reason"));
        String reason = members.textOrNull("reason", LONGEST_REASON);
        members.refuseFaults();
        return Objects.requireNonNullElse(reason, "");
    }

    private Optional<ConfigurationVersion> find(String number) {
        return number.matches("[1-9]\\d*") && number.length() <= LONGEST_NUMBER
                ? standing.find(Long.parseLong(number))
                : Optional.empty();
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemCode.NOT_FOUND, "There is no version of that number.")
                .asException();
    }

    private static ProblemException conflict(String detail) {
        return Problem.of(ProblemCode.NO_EARLIER_VERSION, detail).asException();
    }
}
