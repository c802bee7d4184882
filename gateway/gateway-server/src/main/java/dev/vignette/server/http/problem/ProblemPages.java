package dev.vignette.server.http.problem;

import static java.util.stream.Collectors.joining;

import dev.vignette.server.http.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;

/** The pages that problems point to: what each code means and what to do about it. */
@Hidden
@Controller(ProblemPages.PATH)
final class ProblemPages {
    static final String PATH = "/problems";

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> index() {
        String rows =
                Arrays.stream(ProblemCode.values()).map(ProblemPages::row).collect(joining("\n"));
        return Pages.page(
                "Problems",
                "<p>Every reason for which this gateway refuses a request.</p>\n<table>\n"
                        + "<tr><th>Status</th><th>Code</th><th>Title</th></tr>\n"
                        + rows
                        + "\n</table>");
    }

    @Get("/{code}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> page(@PathVariable String code) {
        return ProblemCode.of(code)
                .map(ProblemPages::explained)
                .orElseThrow(() ->
                        Problem.of(ProblemCode.NOT_FOUND, "There is no such code.").asException());
    }

    private static String row(ProblemCode code) {
        return "<tr><td>%d</td><td><a href=\"%s/%s\">%s</a></td><td>%s</td></tr>"
                .formatted(
                        code.status(),
                        PATH,
                        code.wireName(),
                        code.wireName(),
                        Pages.escaped(code.title()));
    }

    private static HttpResponse<String> explained(ProblemCode code) {
        return Pages.page(
                code.title(),
                """
                <p><code>%s</code>, HTTP status %d</p>
                <h2>What it means</h2>
                <p>%s</p>
                <h2>What to do</h2>
                <p>%s</p>
                <p><a href="%s">All problems</a> &middot; <a href="/docs">The API</a></p>\
                """
                        .formatted(
                                code.wireName(),
                                code.status(),
                                Pages.escaped(code.meaning()),
                                Pages.escaped(code.remedy()),
                                PATH));
    }
}
