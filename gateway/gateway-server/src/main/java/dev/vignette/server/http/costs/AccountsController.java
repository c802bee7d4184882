package dev.vignette.server.http.costs;

import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.store.BudgetStore;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Shows the books: what is held, spent, lost, in suspense and owed. */
@Controller("/v1/costs/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.COSTS_READ)
@Tag(name = "costs", description = "What was spent")
final class AccountsController {
    private final BudgetStore books;

    AccountsController(BudgetStore books) {
        this.books = books;
    }

    @Get
    @Operation(operationId = "readAccounts", summary = "Read what is on each account by now")
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The accounts; what is on all of them together is nothing",
            content = @Content(schema = @Schema(implementation = AccountsView.class)))
    AccountsView read() {
        return AccountsView.of(books.balances());
    }
}
