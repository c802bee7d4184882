package dev.vignette.server.http.generation;

import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.GenerationState;
import dev.vignette.server.http.PublicAddress;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.server.http.problem.ProblemException;
import dev.vignette.server.http.read.Preference;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers to those who ask for pictures. */
@Singleton
final class GenerationAnswers {
    static final String REPLAYED = "Idempotent-Replayed";
    private static final String POLL_AFTER_SECONDS = "2";

    private final GenerationViews views;
    private final PublicAddress address;

    GenerationAnswers(GenerationViews views, PublicAddress address) {
        this.views = views;
        this.address = address;
    }

    /** What was accepted, as it is by now; throws the problem when nothing was. */
    static Snapshot accepted(Creation creation) {
        return switch (creation) {
            case Creation.Created(var snapshot) -> snapshot;
            case Creation.Replayed(var snapshot) -> snapshot;
            case Creation.KeyReused() ->
                    throw Problem.of(
                                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                                    "This key was used for other content before.")
                            .asException();
            case Creation.PhotoRefused(var problem) -> throw Problem.photo(problem).asException();
            case Creation.NoRoute(var candidates) ->
                    throw Problem.noRoute(candidates).asException();
            case Creation.TooDear(var candidates) ->
                    throw Problem.tooDear(candidates).asException();
            case Creation.OverBudget(var use) -> throw Problem.overBudget(use).asException();
            case Creation.Unavailable(var reason, var retryAfter) ->
                    throw Problem.later(ProblemCode.UNAVAILABLE, reason, retryAfter).asException();
        };
    }

    /** 200 when it is over, else 202 and where to look again. */
    MutableHttpResponse<GenerationView> created(Snapshot snapshot, Preference preference) {
        refuseErased(snapshot);
        GenerationView view = views.of(snapshot);
        MutableHttpResponse<GenerationView> answer =
                view.done() ? HttpResponse.ok(view) : goingOn(view);
        return withPreference(answer, preference);
    }

    /** 200 with the generation as it is. */
    MutableHttpResponse<GenerationView> shown(Snapshot snapshot, Preference preference) {
        refuseErased(snapshot);
        return withPreference(HttpResponse.ok(views.of(snapshot)), preference);
    }

    /** 202 with the generation as it is. */
    MutableHttpResponse<GenerationView> canceled(Snapshot snapshot) {
        refuseErased(snapshot);
        return HttpResponse.accepted().body(views.of(snapshot));
    }

    /** A page of at most that many; whatever was found beyond it is on the next one. */
    GenerationPage page(List<Snapshot> found, int limit) {
        List<Snapshot> page = found.subList(0, Math.min(limit, found.size()));
        String next =
                found.size() > limit
                        ? GenerationListReader.cursor(page.getLast().generation().id())
                        : null;
        return new GenerationPage(page.stream().map(views::of).toList(), next);
    }

    private MutableHttpResponse<GenerationView> goingOn(GenerationView view) {
        String path = address.uri().getRawPath() + "/v1/generations/" + view.id();
        return HttpResponse.<GenerationView>accepted()
                .body(view)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.RETRY_AFTER, POLL_AFTER_SECONDS);
    }

    private static MutableHttpResponse<GenerationView> withPreference(
            MutableHttpResponse<GenerationView> answer, Preference preference) {
        String applied = preference.applied();
        return applied == null ? answer : answer.header("Preference-Applied", applied);
    }

    static void refuseErased(Snapshot snapshot) {
        if (snapshot.generation().state() instanceof GenerationState.Erased) {
            throw erased();
        }
    }

    /** What to say of a generation whose contents were deleted. */
    static ProblemException erased() {
        return Problem.of(ProblemCode.ERASED, ProblemCode.ERASED.meaning()).asException();
    }
}
