package dev.vignette.replicate;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Translates answers that are not a success. */
final class HttpRefusal {
    /**
     * Statuses that say for certain that nothing was created. The rest, 408, 409 and all server
     * errors among them, may come from something in front of a prediction that exists.
     */
    private static final Set<Integer> DEFINITE =
            Set.of(400, 401, 402, 403, 404, 405, 410, 413, 414, 415, 422, 429);

    private HttpRefusal() {}

    /** Whether nothing was created and nothing is owed. */
    static boolean isDefinite(int status) {
        return DEFINITE.contains(status);
    }

    static ProviderFailure of(Reply.Answered answer) {
        return switch (answer.status()) {
            case 401, 403 ->
                    failure(
                            answer,
                            FailureKind.CREDENTIALS,
                            "Replicate does not accept the token.");
            case 402 ->
                    failure(
                            answer,
                            FailureKind.OUT_OF_CREDIT,
                            "The account at Replicate has no credit left.");
            case 404, 405, 410, 415 ->
                    failure(answer, FailureKind.UNSUPPORTED, "Replicate does not know that model.");
            case 400, 413, 414 ->
                    failure(
                            answer,
                            FailureKind.INVALID_INPUT,
                            "Replicate does not accept the input.");
            case 422 -> unprocessable(answer);
            case 429 ->
                    failure(
                            answer,
                            FailureKind.THROTTLED,
                            "Too many requests for the Replicate account.",
                            ThrottleWait.asked(answer).orElse(null));
            default -> failure(answer, FailureKind.UNAVAILABLE, "Replicate cannot serve now.");
        };
    }

    /** Two different faults share the status: a wrong version, and a wrong input. */
    private static ProviderFailure unprocessable(Reply.Answered answer) {
        String title = answer.body().flatMap(body -> body.text("title")).orElse("");
        if (title.toLowerCase(Locale.ROOT).contains("version")) {
            return failure(
                    answer,
                    FailureKind.UNSUPPORTED,
                    "Replicate does not know the model's version, or does not permit it.");
        }
        String members = membersAtFault(answer);
        String sentence = "Replicate does not accept the input";
        return failure(
                answer,
                FailureKind.INVALID_INPUT,
                sentence + (members.isEmpty() ? "." : ": " + members + "."));
    }

    /** Only our own names for members are repeated, never a sentence of the provider's. */
    private static String membersAtFault(Reply.Answered answer) {
        Stream<Fields> faults =
                answer.body().stream().flatMap(body -> body.objects("invalid_fields").stream());
        String said =
                faults.map(fault ->
                                fault.text("field").orElse("")
                                        + " "
                                        + fault.text("description").orElse(""))
                        .collect(Collectors.joining(" "));
        return PortraitSeries.INPUTS.stream()
                .filter(said::contains)
                .collect(Collectors.joining(", "));
    }

    private static ProviderFailure failure(Reply.Answered answer, FailureKind kind, String detail) {
        return failure(answer, kind, detail, null);
    }

    private static ProviderFailure failure(
            Reply.Answered answer, FailureKind kind, String detail, @Nullable Duration wait) {
        return new ProviderFailure(kind, detail, "HTTP " + answer.status(), wait);
    }
}
