package dev.vignette.server.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says in plain types what a caller accepts. The framework finds routes by the types themselves: it
 * knows neither {@code image/*} nor a weight of zero, and would repeat a type's parameters in its
 * answer.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class AcceptFilter {
    /** What this gateway answers with, by its first half. */
    private static final Map<String, List<String>> ANSWERS =
            Map.of(
                    "application", List.of("application/json", "application/yaml"),
                    "text", List.of("text/html", "text/csv", "text/javascript", "text/css"),
                    "image", List.of("image/png", "image/jpeg", "image/webp", "image/gif"));

    /** A type that no answer has, for whoever has ruled out every type he names. */
    private static final String NOTHING = "application/x-nothing";

    @PreMatching
    @RequestFilter
    void simplify(HttpRequest<?> request) {
        List<MediaType> accepted = request.getHeaders().accept();
        if (!accepted.isEmpty() && request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.set(HttpHeaders.ACCEPT, plain(accepted));
        }
    }

    private static String plain(List<MediaType> accepted) {
        Set<String> types = new LinkedHashSet<>();
        for (MediaType type : accepted) {
            if (type.getQualityAsNumber().compareTo(BigDecimal.ZERO) > 0) {
                types.addAll(named(type));
            }
        }
        return types.isEmpty() ? NOTHING : String.join(", ", types);
    }

    private static List<String> named(MediaType type) {
        boolean some = type.getSubtype().equals("*");
        return some && ANSWERS.containsKey(type.getType())
                ? ANSWERS.get(type.getType())
                : List.of(type.getName());
    }
}
