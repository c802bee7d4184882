package dev.vignette.server.http;

import io.micronaut.http.HttpRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The id under which a request can be found: the caller's when it is sane, else a new one. */
public final class RequestIds {
    /** The header that carries it, both ways. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestIds.class.getName();
    private static final int LONGEST = 128;

    private RequestIds() {}

    /** The id of this request, always the same one. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class)
                .orElseGet(() -> {
                    String id = choose(request.getHeaders().get(HEADER));
                    request.setAttribute(ATTRIBUTE, id);
                    return id;
                });
    }

    private static String choose(@Nullable String offered) {
        return offered != null && sane(offered) ? offered : fresh();
    }

    private static String fresh() {
        return "req_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** Nothing that could break a line or be taken for markup. */
    private static boolean sane(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST
                && id.chars().allMatch(c -> isAlphanumeric(c) || "-_.:~+/=".indexOf(c) >= 0);
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
