package dev.vignette.server.http.links;

import dev.vignette.engine.reconcile.Reconciliation;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.AttemptId;
import dev.vignette.objects.ObjectStore;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.store.ProductionStore;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/** Hands a reference photo to the provider that works on it, and to nobody afterwards. */
@Hidden
@Controller(SignedCallbackLinks.PHOTOS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PhotosController {
    private final SignedCallbackLinks links;
    private final ProductionStore productions;
    private final ObjectStore objects;
    private final Reconciliation reconciliation;

    PhotosController(
            SignedCallbackLinks links,
            ProductionStore productions,
            ReferencePhotos photos,
            Reconciliation reconciliation) {
        this.links = links;
        this.productions = productions;
        this.objects = photos.store();
        this.reconciliation = reconciliation;
    }

    @Get(value = "/{token}", produces = MediaType.ALL)
    HttpResponse<StreamedFile> photo(@PathVariable String token) {
        return links.verify(token)
                .flatMap(this::handedOut)
                .orElseThrow(() ->
                        Problem.of(ProblemCode.NOT_FOUND, "There is no such photo.").asException());
    }

    private Optional<HttpResponse<StreamedFile>> handedOut(SignedCallbackLinks.Wanted wanted) {
        Optional<HttpResponse<StreamedFile>> photo =
                productions
                        .find(wanted.production())
                        .filter(production -> isWorkedOn(production, wanted.attempt()))
                        .flatMap(this::open);
        photo.ifPresent(_ -> reconciliation.photoFetched(wanted.attempt()));
        return photo;
    }

    private static boolean isWorkedOn(Production production, AttemptId attempt) {
        return production.stage() != Stage.DONE
                || production.attempt(attempt).filter(Attempt::underWay).isPresent();
    }

    private Optional<HttpResponse<StreamedFile>> open(Production production) {
        var photo = production.request().photo();
        MediaType type = MediaType.of(photo.type().mediaType());
        long since = production.createdAt().toEpochMilli();
        return objects.open(production.photo())
                .map(stream -> new StreamedFile(stream, type, since, photo.bytes()))
                .map(file ->
                        HttpResponse.ok(file)
                                .contentType(type)
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .header("X-Content-Type-Options", "nosniff"));
    }
}
