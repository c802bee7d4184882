package dev.vignette.server.tracing;

import io.opentelemetry.api.common.AttributeKey;

/**
 * The names of attributes: OpenTelemetry's semantic conventions for HTTP, errors and generative AI
 * (opentelemetry.io/docs/specs/semconv), and our own behind {@code vignette}.
 */
final class Names {
    static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    static final AttributeKey<String> PROVIDER_NAME =
            AttributeKey.stringKey("gen_ai.provider.name");
    static final AttributeKey<String> REQUEST_MODEL =
            AttributeKey.stringKey("gen_ai.request.model");
    static final AttributeKey<Long> CHOICES = AttributeKey.longKey("gen_ai.request.choice.count");
    static final AttributeKey<String> OUTPUT_TYPE = AttributeKey.stringKey("gen_ai.output.type");
    static final AttributeKey<String> RESPONSE_ID = AttributeKey.stringKey("gen_ai.response.id");
    static final AttributeKey<String> RESPONSE_MODEL =
            AttributeKey.stringKey("gen_ai.response.model");

    static final AttributeKey<String> REQUEST = AttributeKey.stringKey("vignette.request.id");
    static final AttributeKey<String> GENERATION = AttributeKey.stringKey("vignette.generation.id");
    static final AttributeKey<String> PRODUCTION = AttributeKey.stringKey("vignette.production.id");
    static final AttributeKey<String> ATTEMPT = AttributeKey.stringKey("vignette.attempt.id");
    static final AttributeKey<Long> NUMBER = AttributeKey.longKey("vignette.attempt.number");
    static final AttributeKey<String> KIND = AttributeKey.stringKey("vignette.kind");
    static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("vignette.provider");
    static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("vignette.outcome");

    private Names() {}
}
