package dev.vignette.server.http.docs;

import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** Serves the API's description and the page that shows it. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class DocsController {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

    private final DocsFiles files;

    DocsController(DocsFiles files) {
        this.files = files;
    }

    @Get(value = "/openapi.yaml", produces = MediaType.ALL)
    HttpResponse<byte[]> description() {
        return file("openapi.yaml");
    }

    @Get(value = "/docs", produces = MediaType.ALL)
    HttpResponse<byte[]> page() {
        return file("index.html");
    }

    @Get(value = "/docs/{name}", produces = MediaType.ALL)
    HttpResponse<byte[]> asset(@PathVariable String name) {
        return file(name);
    }

    private HttpResponse<byte[]> file(String name) {
        DocsFiles.File file =
                files.find(name)
                        .orElseThrow(() ->
                                Problem.of(ProblemCode.NOT_FOUND, ProblemCode.NOT_FOUND.meaning())
                                        .asException());
        return HttpResponse.ok(file.bytes())
                .contentType(file.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff");
    }
}
