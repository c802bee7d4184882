package dev.vignette.server.http.read;

import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.PhotoSource;
import dev.vignette.generation.Priority;
import dev.vignette.money.Money;
import dev.vignette.portrait.Background;
import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.OutputFormat;
import dev.vignette.portrait.Style;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.server.http.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a request for pictures. Every member is judged by itself; nothing is filled in. */
public final class GenerationReader {
    private static final Set<String> KNOWN =
            Set.of(
                    "kind",
                    "prompt",
                    "negative_prompt",
                    "count",
                    "background",
                    "randomize",
                    "safety_tolerance",
                    "width",
                    "height",
                    "steps",
                    "guidance",
                    "seed",
                    "output_format",
                    "on_misfit",
                    "providers",
                    "cache",
                    "max_cost",
                    "priority",
                    "deadline_seconds",
                    "webhook_url",
                    "subject",
                    "labels",
                    "metadata");
    private static final List<String> KINDS = Stream.of(Kind.values()).map(Kind::wireName).toList();
    private static final List<String> BACKGROUNDS =
            Stream.of(Background.values()).map(Background::wireName).toList();
    private static final List<String> FORMATS =
            Stream.of(OutputFormat.values()).map(OutputFormat::wireName).toList();
    private static final List<String> MISFITS =
            Stream.of(OnMisfit.values()).map(OnMisfit::wireName).toList();
    private static final List<String> CACHE_MODES =
            Stream.of(CacheMode.values()).map(CacheMode::wireName).toList();
    private static final List<String> PRIORITIES =
            Stream.of(Priority.values()).map(Priority::wireName).toList();
    private static final BigDecimal LEAST_GUIDANCE = new BigDecimal("1.0");
    private static final BigDecimal MOST_GUIDANCE = new BigDecimal("10.0");
    private static final int MOST_PAIRS = 16;

    private GenerationReader() {}

    /** Reads a request's headers and its body, which is JSON or a multipart form. */
    public static GenerationAsk read(HttpHeaders headers, byte[] body) {
        String key = IdempotencyKeys.read(headers);
        String type = headers.get(HttpHeaders.CONTENT_TYPE, String.class, "");
        boolean form = is(MediaType.MULTIPART_FORM_DATA, type);
        if (!form && !is(MediaType.APPLICATION_JSON, type)) {
            throw unsupported(ProblemCode.UNSUPPORTED_MEDIA_TYPE.meaning());
        }
        String coding = headers.get(HttpHeaders.CONTENT_ENCODING, String.class, "identity");
        if (!coding.equalsIgnoreCase("identity")) { // what can be decoded was, and says so no more
            throw unsupported("A body may be compressed by gzip or deflate only.");
        }
        return read(form ? FormReader.read(body, type) : StrictJson.read(body), key);
    }

    private static boolean is(String type, String contentType) {
        int parameters = contentType.indexOf(';');
        String given = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return given.strip().equalsIgnoreCase(type);
    }

    private static ProblemException unsupported(String detail) {
        return Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, detail).asException();
    }

    private static GenerationAsk read(RawRequest request, @Nullable String key) {
        Members members = new Members(request.members(), request.faults());
        members.refuseAllBut(KNOWN);
        Kind kind = kind(members);
        Style style = style(members);
        NotYetAvailable.refuse(members);
        Integer seconds = members.whole("deadline_seconds", 10, 1800);
        Integer count = members.whole("count", 1, 13);
        OnMisfit onMisfit = members.word("on_misfit", OnMisfit::of, MISFITS);
        CacheMode cache = members.word("cache", CacheMode::of, CACHE_MODES);
        Priority priority = members.word("priority", Priority::of, PRIORITIES);
        Money maxCost = AmountReader.read(members, "max_cost");
        var providers = members.texts("providers", 32, 64);
        var subject = members.text("subject", 1, 128);
        var labels = members.pairs("labels", MOST_PAIRS, 64, 128);
        var metadata = members.pairs("metadata", MOST_PAIRS, 64, 512);
        if (!members.faults().isEmpty() || kind == null) {
            PhotoReader.noteFaults(request.image(), members);
            throw Problem.faults(members.faults()).asException();
        }
        PhotoSource photo = PhotoReader.read(request.image(), members);
        if (photo == null) {
            throw Problem.faults(members.faults()).asException();
        }
        return new GenerationAsk(
                kind,
                photo,
                count,
                style,
                onMisfit,
                providers,
                cache,
                priority,
                maxCost,
                seconds == null ? null : Duration.ofSeconds(seconds),
                subject,
                labels,
                metadata,
                key);
    }

    private static @Nullable Kind kind(Members members) {
        if (!members.has("kind")) {
            members.fault("kind", "is needed: one of " + String.join(", ", KINDS));
            return null;
        }
        return members.word("kind", Kind::of, KINDS);
    }

    private static Style style(Members members) {
        Style style =
                new Style(
                        members.text("prompt", 1, 2000),
                        members.text("negative_prompt", 0, 2000),
                        members.word("background", Background::of, BACKGROUNDS),
                        members.flag("randomize"),
                        members.whole("safety_tolerance", 0, 2),
                        members.whole("width", 256, 2048),
                        members.whole("height", 256, 2048),
                        members.whole("steps", 1, 26),
                        members.decimal("guidance", LEAST_GUIDANCE, MOST_GUIDANCE),
                        members.whole("seed", 0, Style.SEEDS - 1),
                        members.word("output_format", OutputFormat::of, FORMATS));
        if (members.has("width") != members.has("height")) {
            String missing = members.has("width") ? "height" : "width";
            members.fault(missing, "is needed: width and height go together");
        }
        return style;
    }
}
