package dev.vignette.server.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notes each fault and lets the binding go on, so that the next one is found too. */
final class FaultNotes extends DeserializationProblemHandler {
    private static final Pattern QUOTED = Pattern.compile("'([a-z0-9-]+)[':]");

    private final YamlDocument document;
    private final Faults faults;
    private final JsonPointer base;
    private final Collection<String> neighbours;

    /**
     * @param base where in the document the part is that is being bound
     * @param neighbours keys that may stand beside those of the record, for suggestions
     */
    FaultNotes(
            YamlDocument document, Faults faults, JsonPointer base, Collection<String> neighbours) {
        this.document = document;
        this.faults = faults;
        this.base = base;
        this.neighbours = List.copyOf(neighbours);
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        Collection<Object> known =
                Objects.requireNonNullElse(deserializer.getKnownPropertyNames(), List.of());
        List<String> names =
                Stream.concat(known.stream().map(String::valueOf), neighbours.stream()).toList();
        // A parser at the beginning of a list counts itself as at its first entry.
        boolean atList = parser.hasToken(JsonToken.START_ARRAY);
        JsonPointer here = atList ? here(parser).head() : here(parser);
        boolean named = !here.matches() && here.last().matchesProperty(name);
        JsonPointer at = named ? here : here.appendProperty(name);
        note(at, "unknown key '" + name + "'" + Suggestion.of(name, names));
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> type, String value, String message) {
        JsonPointer at = here(context.getParser());
        note(at, Expectation.of(at, type));
        return null;
    }

    @Override
    public @Nullable Object handleWeirdKey(
            DeserializationContext context, Class<?> type, String key, String message) {
        note(here(context.getParser()), "unknown key '" + key + "'");
        return null;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context,
            JavaType type,
            JsonToken token,
            JsonParser parser,
            String message)
            throws IOException {
        JsonPointer at = here(parser);
        note(at, Expectation.of(at, type.getRawClass()));
        parser.skipChildren();
        return null;
    }

    /** A record's own constructor said no; the key its sentence quotes is the one at fault. */
    @Override
    public @Nullable Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, Object argument, Throwable refusal) {
        Throwable cause = refusal;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof IllegalArgumentException) {
            String sentence = String.valueOf(cause.getMessage());
            JsonPointer at = here(context.getParser());
            Matcher key = QUOTED.matcher(sentence);
            note(key.find() ? at.appendProperty(key.group(1)) : at, sentence);
        }
        return null;
    }

    /** Where the parser is. One that reads buffered tokens has empty steps in its path. */
    private JsonPointer here(JsonParser parser) {
        String path = parser.getParsingContext().pathAsPointer().toString();
        String steps = path.replaceAll("/+", "/").replaceFirst("/$", "");
        return base.append(JsonPointer.compile(steps));
    }

    private void note(JsonPointer at, String sentence) {
        faults.add(document.line(at), at, sentence);
    }
}
