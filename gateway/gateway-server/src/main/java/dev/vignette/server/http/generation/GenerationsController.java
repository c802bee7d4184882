package dev.vignette.server.http.generation;

import dev.vignette.engine.Generations;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.id.GenerationId;
import dev.vignette.server.http.HttpSettings;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.server.http.read.GenerationReader;
import dev.vignette.server.http.read.Preference;
import dev.vignette.store.GenerationQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.function.Supplier;

/** Asking for pictures, and reading, listing and calling off what was asked for. */
@Controller("/v1/generations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.GENERATIONS)
final class GenerationsController implements GenerationsApi {

    private final Generations generations;
    private final GenerationAnswers answers;
    private final Supplier<HttpSettings> settings;

    GenerationsController(
            Generations generations, GenerationAnswers answers, Supplier<HttpSettings> settings) {
        this.generations = generations;
        this.answers = answers;
        this.settings = settings;
    }

    @Override
    public HttpResponse<GenerationView> create(HttpRequest<?> request, Client client, byte[] body) {
        GenerationAsk ask = GenerationReader.read(request.getHeaders(), body);
        Preference preference = Preference.read(request.getHeaders(), settings.get().longestWait());
        Creation creation = generations.create(client, ask);
        Snapshot accepted = GenerationAnswers.accepted(creation);
        MutableHttpResponse<GenerationView> answer =
                answers.created(awaited(client, accepted, preference), preference);
        return creation instanceof Creation.Replayed
                ? answer.header(GenerationAnswers.REPLAYED, "true")
                : answer;
    }

    private Snapshot awaited(Client client, Snapshot accepted, Preference preference) {
        if (accepted.generation().done() || preference.patience().isZero()) {
            return accepted;
        }
        return generations
                .await(client, accepted.generation().id(), preference.patience())
                .orElse(accepted);
    }

    @Override
    public HttpResponse<GenerationView> read(HttpRequest<?> request, Client client, String id) {
        Preference preference = Preference.read(request.getHeaders(), settings.get().longestWait());
        GenerationId generation = GenerationIds.generation(id);
        return (preference.patience().isZero()
                        ? generations.find(client, generation)
                        : generations.await(client, generation, preference.patience()))
                .map(snapshot -> answers.shown(snapshot, preference))
                .orElseThrow(GenerationIds::notFound);
    }

    @Override
    public GenerationPage list(HttpRequest<?> request, Client client) {
        GenerationQuery query = GenerationListReader.read(client, request.getParameters());
        return answers.page(generations.list(query.andOneMore()), query.limit());
    }

    @Override
    public HttpResponse<GenerationView> cancel(Client client, String id) {
        return switch (generations.cancel(client, GenerationIds.generation(id))) {
            case Generations.Cancellation.Done(var snapshot) -> answers.canceled(snapshot);
            case Generations.Cancellation.AlreadyFinished(var snapshot) -> {
                GenerationAnswers.refuseErased(snapshot);
                throw Problem.of(
                                ProblemCode.ALREADY_FINISHED,
                                ProblemCode.ALREADY_FINISHED.meaning())
                        .asException();
            }
            case Generations.Cancellation.None() -> throw GenerationIds.notFound();
        };
    }
}
