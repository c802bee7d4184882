package dev.vignette.server.tracing;

import dev.vignette.engine.surroundings.Observations.Call;
import dev.vignette.generation.Attempt;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.Locale;
import java.util.Optional;

/**
 * What the calls for one attempt have in common.
 *
 * @param provider the configured provider
 * @param adapter the vendor's adapter
 * @param model the model ordered
 * @param pictures how many pictures are ordered
 */
record ProviderCall(String provider, String adapter, String model, int pictures) {
    private static final ContextKey<ProviderCall> KEY = ContextKey.named("vignette-provider-call");

    /** The conventions' word for an order of something made. */
    private static final String ORDER = "generate_content";

    static ProviderCall of(Attempt attempt) {
        return new ProviderCall(
                attempt.provider(), attempt.adapter(), attempt.model(), attempt.pictures());
    }

    /** Those that this thread's attempt makes; empty when it is at none. */
    static Optional<ProviderCall> in(Context context) {
        return Optional.ofNullable(context.get(KEY));
    }

    /** A call for nobody's attempt in particular. */
    static SpanBuilder span(Tracer tracer, String provider, Call call) {
        return tracer.spanBuilder(operation(call))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(Names.PROVIDER, provider)
                .setAttribute(Names.OPERATION, operation(call));
    }

    /** The context of an attempt, which knows its calls. */
    Context with(Context context) {
        return context.with(KEY, this);
    }

    /** A call for this attempt. */
    SpanBuilder span(Tracer tracer, Call call) {
        SpanBuilder span =
                tracer.spanBuilder(name(call))
                        .setSpanKind(SpanKind.CLIENT)
                        .setAttribute(Names.PROVIDER, provider)
                        .setAttribute(Names.OPERATION, operation(call))
                        .setAttribute(Names.PROVIDER_NAME, adapter)
                        .setAttribute(Names.REQUEST_MODEL, model);
        return switch (call) {
            case SUBMIT -> ordered(span);
            case UPLOAD, CHECK, LIST, CANCEL -> span;
        };
    }

    /** An order is named with its model, as the conventions want it. */
    private String name(Call call) {
        return call == Call.SUBMIT ? ORDER + " " + model : operation(call);
    }

    private SpanBuilder ordered(SpanBuilder span) {
        if (pictures != 1) {
            span.setAttribute(Names.CHOICES, (long) pictures);
        }
        return span.setAttribute(Names.OUTPUT_TYPE, "image");
    }

    private static String operation(Call call) {
        return switch (call) {
            case SUBMIT -> ORDER;
            case UPLOAD, CHECK, LIST, CANCEL -> call.name().toLowerCase(Locale.ROOT);
        };
    }
}
