package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /predictions}: newest first, a hundred to a page; {@code created_after} is inclusive,
 * {@code created_before} is not ("List predictions").
 */
final class Listing {
    private static final int PAGE = 100;
    private static final Comparator<Job> NEWEST_FIRST =
            Comparator.comparing((Job job) -> job.run().createdAt())
                    .reversed()
                    .thenComparing(Job::id);

    private final Jobs jobs;
    private final JobView view;
    private final URI address;

    Listing(Jobs jobs, JobView view, URI address) {
        this.jobs = jobs;
        this.view = view;
        this.address = address;
    }

    Reply list(Request request) {
        Optional<Instant> after;
        Optional<Instant> before;
        try {
            after = request.query("created_after").map(Instant::parse);
            before = request.query("created_before").map(Instant::parse);
        } catch (DateTimeException _) {
            return Problems.unprocessable(List.of("created_after must be a date-time"));
        }
        List<Job> found =
                jobs.all().stream()
                        .filter(job ->
                                after.map(from -> !createdAt(job).isBefore(from)).orElse(true))
                        .filter(job -> before.map(createdAt(job)::isBefore).orElse(true))
                        .sorted(NEWEST_FIRST)
                        .toList();
        return page(found, start(found, request), request);
    }

    private static Instant createdAt(Job job) {
        return job.run().createdAt();
    }

    /** A cursor is the id of the last prediction of the page before. */
    private static int start(List<Job> found, Request request) {
        List<String> ids = found.stream().map(Job::id).toList();
        return request.query("cursor").map(ids::indexOf).orElse(-1) + 1;
    }

    private Reply page(List<Job> found, int start, Request request) {
        List<Job> page = found.stream().skip(start).limit(PAGE).toList();
        ObjectNode body = Json.object();
        body.putNull("previous");
        body.put("next", start + PAGE < found.size() ? next(page.getLast(), request) : null);
        ArrayNode results = body.putArray("results");
        page.forEach(job -> results.add(view.show(job)));
        return Reply.json(200, body);
    }

    private String next(Job last, Request request) {
        Stream<String> filters =
                Stream.of("created_after", "created_before")
                        .flatMap(name ->
                                request
                                        .query(name)
                                        .map(value -> name + "=" + encoded(value))
                                        .stream());
        return Stream.concat(filters, Stream.of("cursor=" + last.id()))
                .collect(Collectors.joining("&", address + "/predictions?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
