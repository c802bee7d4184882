package dev.vignette.server.http.read;

import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import io.micronaut.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code Idempotency-Key}: bare, or in quotes as a structured field. */
public final class IdempotencyKeys {
    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    private IdempotencyKeys() {}

    /** The key without quotes, or {@code null} when the caller sent none. */
    public static @Nullable String read(HttpHeaders headers) {
        List<String> values = headers.getAll(HEADER);
        if (values.isEmpty()) {
            return null;
        }
        String key = unquoted(values.getFirst().strip());
        boolean single = values.size() == 1 && !key.startsWith("\"");
        if (!single || key.isEmpty() || key.length() > LONGEST || !visible(key)) {
            throw Problem.of(
                            ProblemCode.INVALID_IDEMPOTENCY_KEY,
                            "Idempotency-Key takes one value of 1 to 255 visible characters, bare"
                                    + " or in quotes.")
                    .asException();
        }
        return key;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static boolean visible(String key) {
        return key.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
