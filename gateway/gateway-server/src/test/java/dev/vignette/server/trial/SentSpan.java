package dev.vignette.server.trial;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A span as it came to a collector. Numbers are those of opentelemetry-proto's trace.proto and
 * common.proto.
 *
 * @param attributes texts and numbers, as texts
 */
record SentSpan(
        String trace,
        String id,
        String parent,
        String name,
        long kind,
        Map<String, String> attributes) {
    static final long SERVER = 2;
    static final long CLIENT = 3;

    static SentSpan read(Protobuf span) {
        return new SentSpan(
                span.hex(1),
                span.hex(2),
                span.hex(4),
                span.text(5),
                span.number(6),
                span.messages(9)
                        .collect(
                                Collectors.toMap(
                                        pair -> pair.text(1),
                                        pair ->
                                                pair.messages(2)
                                                        .map(SentSpan::value)
                                                        .findFirst()
                                                        .orElse(""))));
    }

    private static String value(Protobuf any) {
        String text = any.text(1);
        return text.isEmpty() ? String.valueOf(any.number(3)) : text;
    }
}
